reinf-name = Renfort
reinf-call = Renfort pour { $zone } jusqu’à { $at }
reinf-crew = Indicatif là-bas : { $crew }
reinf-go = Y passer
reinf-back = Retour à { $zone }
reinf-go-sure = Y passer quand même
reinf-back-sure = Retour quand même à { $zone }
