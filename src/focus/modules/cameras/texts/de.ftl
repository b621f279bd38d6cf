cameras-title = Kameras
