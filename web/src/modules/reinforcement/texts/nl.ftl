reinf-name = Versterking
reinf-call = Versterking voor { $zone } tot { $at }
reinf-crew = Roepnaam daar: { $crew }
reinf-go = Ga over
reinf-back = Terug naar { $zone }
reinf-go-sure = Ga toch over
reinf-back-sure = Toch terug naar { $zone }
