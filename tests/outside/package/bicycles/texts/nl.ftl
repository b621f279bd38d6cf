bicycles-title = Gevonden fietsen
bicycles-permission-keep = Fietsen binnenbrengen
bicycles-event-BicycleFound = Fiets binnengebracht
error-bicycles-already-here = De fiets { $frame } staat hier al.
bicycles-place = Gevonden: { $place }
bicycles-none = Er staat geen fiets.
bicycles-today = { $n } fietsen staan hier
