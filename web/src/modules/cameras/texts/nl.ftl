off-cameras = Camera’s
