off-cameras = Kameras
