error-log-unavailable = Das Protokoll kann gerade nicht geschrieben werden, deshalb wird nichts angezeigt. Versuchen Sie es gleich noch einmal.
error-log-already-logged = Dies ist bereits erfasst.
error-log-not-sealed = Dies wurde soeben erfasst. Der Nachweis ist in wenigen Sekunden bereit.
error-log-unknown-event = Diesen Eintrag gibt es im Protokoll Ihrer Zone nicht.
log-event-PayloadErased = Protokolleintrag gelöscht
log-event-Exported = Protokoll ausgeleitet
log-event-ClockJumped = Uhr des Servers gesprungen
