off-incidents = Einsätze
off-board = Lagetafel
off-board-hint = Einsätze, Streifen, Leitstelle
