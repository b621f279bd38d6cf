error-log-unavailable = Het logboek kan nu niet geschreven worden, daarom wordt er niets getoond. Probeer zo dadelijk opnieuw.
error-log-already-logged = Dit is al geregistreerd.
error-log-not-sealed = Dit is net geregistreerd. Het bewijs is er over enkele seconden.
error-log-unknown-event = Dit staat niet in het logboek van uw zone.
log-event-PayloadErased = Logregel gewist
log-event-Exported = Logboek uitgevoerd
log-event-ClockJumped = Klok van de server versprongen
