vehicles-title = Vehicles
