bicycles-title = Vélos
bicycles-lost = Perdus
bicycles-hint = Qui les cherche
