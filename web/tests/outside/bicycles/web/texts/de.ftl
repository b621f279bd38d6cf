bicycles-title = Fahrräder
bicycles-lost = Verloren
bicycles-hint = Wer sie sucht
