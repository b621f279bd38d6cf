cam-kept = Treffer zu { $plate }
