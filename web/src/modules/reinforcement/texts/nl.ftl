reinf-name = Versterking
reinf-call = Versterking voor { $zone } tot { $at }
reinf-crew = Roepnaam daar: { $crew }
reinf-go = Ga over
reinf-back = Terug naar { $zone }
