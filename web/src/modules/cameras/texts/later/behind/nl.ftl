cam-kept = Treffer op { $plate }
