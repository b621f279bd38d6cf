off-incidents = Incidents
off-board = Tableau
off-board-hint = Incidents, équipes, centrale
