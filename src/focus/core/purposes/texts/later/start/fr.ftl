task-reason = Raison (nécessaire si la référence n’est pas connue ici)
