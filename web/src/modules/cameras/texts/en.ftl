off-cameras = Cameras
