reinforcement-title = Versterking
