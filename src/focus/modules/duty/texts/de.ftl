duty-title = Dienst
duty-permission-use = Sich in den Dienst melden
duty-permission-oversee = Sehen, wer im Dienst ist
duty-event-DutyBegun = In den Dienst gemeldet
duty-event-DutyEnded = Dienst beendet
error-duty-end-impossible = Ein Dienst endet später als jetzt und dauert höchstens { $hours } Stunden.
error-duty-not-on-duty = Sie sind nicht im Dienst.
error-duty-unit-unknown = Diesen Dienst oder diese Gruppe gibt es heute in Ihrer Zone nicht.
