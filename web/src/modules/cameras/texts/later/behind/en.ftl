cam-kept = Hit on { $plate }
