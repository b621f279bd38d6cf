bicycles-title = Found bicycles
bicycles-permission-keep = Bring bicycles in
bicycles-event-BicycleFound = Bicycle brought in
error-bicycles-already-here = The bicycle { $frame } is here already.
bicycles-place = Found at { $place }
bicycles-none = No bicycle stands here.
bicycles-today = { $n } bicycles stand here
