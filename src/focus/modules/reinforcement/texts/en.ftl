reinforcement-title = Reinforcement
