reinf-name = Verstärkung
reinf-call = Verstärkung für { $zone } bis { $at }
reinf-crew = Rufname dort: { $crew }
reinf-go = Hinwechseln
reinf-back = Zurück zu { $zone }
reinf-go-sure = Trotzdem hinwechseln
reinf-back-sure = Trotzdem zurück zu { $zone }
