task-reason = Grund (nötig bei einer hier unbekannten Nummer)
