duty-title = Dienst
duty-permission-use = Zich in dienst melden
duty-permission-oversee = Zien wie in dienst is
duty-event-DutyBegun = In dienst gemeld
duty-event-DutyEnded = Dienst beëindigd
error-duty-end-impossible = Een dienst eindigt later dan nu en duurt ten hoogste { $hours } uur.
error-duty-not-on-duty = U bent niet in dienst.
error-duty-unit-unknown = Deze dienst of ploeg bestaat vandaag niet in uw zone.
