reinf-button = Reinforcement
reinf-button-running = Reinforcement · { $n }
reinf-running = Running
reinf-over = The last thirty days
reinf-hours = For how long
reinf-n-hours = { $n } h
reinf-people = { $n ->
    [one] one person
   *[other] { $n } people
}
reinf-here = helps here already
reinf-ask = { $n ->
    [0] Choose a crew
    [one] Ask one crew for { $hours } h
   *[other] Ask { $n } crews for { $hours } h
}
reinf-nobody = No crew that you can ask. Another zone lends its people by an agreement with yours, and must then have a crew on duty.
reinf-from = From { $zone }
reinf-to = To { $zone }
reinf-until = until { $at }
reinf-left = { $hours } h { $minutes } min left
reinf-by = asked for by { $who }
reinf-end = End
reinf-end-sure = End now
reinf-ended = Ended { $at }
reinf-why-time = time over
reinf-why-host = by who asked: { $who }
reinf-why-home = by their own zone: { $who }
reinf-why-revoked = agreement revoked
