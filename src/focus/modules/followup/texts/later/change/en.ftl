stop-change-title = Change the stop
stop-reason = Why do you change this?
stop-correct = Correct
stop-withdraw = Withdraw: a mistake
stop-corrected = Corrected
stop-withdrawn-done = Stop withdrawn
stop-change-logged = What it said and your reason stay beside it; the log says that you changed it.
stop-change-waits = Kept on the device, waits for the network
