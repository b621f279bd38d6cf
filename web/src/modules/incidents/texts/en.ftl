off-incidents = Incidents
off-board = Board
off-board-hint = Incidents, crews, control room
