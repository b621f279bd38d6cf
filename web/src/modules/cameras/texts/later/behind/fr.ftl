cam-kept = Plaque signalée { $plate }
