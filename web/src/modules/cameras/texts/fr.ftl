off-cameras = Caméras
