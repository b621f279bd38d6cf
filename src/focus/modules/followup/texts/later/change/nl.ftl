stop-change-title = Staandehouding wijzigen
stop-reason = Waarom wijzigt u dit?
stop-correct = Verbeter
stop-withdraw = Trek in: vergissing
stop-corrected = Verbeterd
stop-withdrawn-done = Staandehouding ingetrokken
stop-change-logged = Wat er stond en uw reden blijven erbij; het log zegt dat u wijzigde.
stop-change-waits = Bewaard op het toestel, wacht op netwerk
