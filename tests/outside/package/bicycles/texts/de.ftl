bicycles-title = Gefundene Fahrräder
bicycles-permission-keep = Fahrräder einbringen
bicycles-event-BicycleFound = Fahrrad eingebracht
error-bicycles-already-here = Das Fahrrad { $frame } steht schon hier.
bicycles-place = Gefunden: { $place }
bicycles-none = Hier steht kein Fahrrad.
bicycles-today = { $n } Fahrräder stehen hier
