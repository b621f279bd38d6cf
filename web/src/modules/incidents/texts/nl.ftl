off-incidents = Incidenten
off-board = Bord
off-board-hint = Incidenten, ploegen, meldkamer
