reinforcement-title = Verstärkung
