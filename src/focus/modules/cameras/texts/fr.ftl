cameras-title = Caméras
