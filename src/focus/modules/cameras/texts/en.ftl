cameras-title = Cameras
