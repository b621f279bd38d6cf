bicycles-title = Vélos trouvés
bicycles-permission-keep = Apporter des vélos
bicycles-event-BicycleFound = Vélo apporté
error-bicycles-already-here = Le vélo { $frame } est déjà ici.
bicycles-place = Trouvé : { $place }
bicycles-none = Aucun vélo ici.
bicycles-today = { $n } vélos sont ici
