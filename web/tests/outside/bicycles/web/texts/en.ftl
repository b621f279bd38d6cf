bicycles-title = Bicycles
bicycles-lost = Lost
bicycles-hint = Who looks for them
