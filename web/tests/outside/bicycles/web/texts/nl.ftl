bicycles-title = Fietsen
bicycles-lost = Verloren
bicycles-hint = Wie ze zoekt
