duty-title = Duty
duty-permission-use = Report on duty
duty-permission-oversee = See who is on duty
duty-event-DutyBegun = Reported on duty
duty-event-DutyEnded = Duty ended
error-duty-end-impossible = A shift ends later than now and lasts { $hours } hours at most.
error-duty-not-on-duty = You are not on duty.
error-duty-unit-unknown = There is no such unit or team in your zone today.
