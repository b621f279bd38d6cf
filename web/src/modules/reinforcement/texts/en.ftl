reinf-name = Reinforcement
reinf-call = Reinforcement for { $zone } until { $at }
reinf-crew = Call sign there: { $crew }
reinf-go = Go over
reinf-back = Back to { $zone }
reinf-go-sure = Go over all the same
reinf-back-sure = Back to { $zone } all the same
