reinf-name = Reinforcement
reinf-call = Reinforcement for { $zone } until { $at }
reinf-crew = Call sign there: { $crew }
reinf-go = Go over
reinf-back = Back to { $zone }
