reinforcement-title = Renfort
