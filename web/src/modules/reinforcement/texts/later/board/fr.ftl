reinf-button = Renfort
reinf-button-running = Renfort · { $n }
reinf-running = En cours
reinf-over = Les trente derniers jours
reinf-hours = Pour combien de temps
reinf-n-hours = { $n } h
reinf-people = { $n ->
    [one] une personne
   *[other] { $n } personnes
}
reinf-here = est déjà en renfort ici
reinf-ask = { $n ->
    [0] Choisissez une équipe
    [one] Demander une équipe pour { $hours } h
   *[other] Demander { $n } équipes pour { $hours } h
}
reinf-nobody = Aucune équipe à demander. Une autre zone prête son personnel par un accord avec la vôtre, et doit alors avoir une équipe en service.
reinf-from = De { $zone }
reinf-to = Vers { $zone }
reinf-until = jusqu’à { $at }
reinf-left = encore { $hours } h { $minutes } min
reinf-by = demandé par { $who }
reinf-end = Terminer
reinf-end-sure = Terminer maintenant
reinf-ended = Terminé { $at }
reinf-why-time = temps écoulé
reinf-why-host = par qui l’a demandé : { $who }
reinf-why-home = par sa propre zone : { $who }
reinf-why-revoked = accord retiré
