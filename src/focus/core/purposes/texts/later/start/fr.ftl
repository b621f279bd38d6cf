task-reason = Raison (nécessaire pour un numéro inconnu ici)
