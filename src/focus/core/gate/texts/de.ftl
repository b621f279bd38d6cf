error-gate-not-permitted = Ihre Funktion erlaubt das nicht.
error-gate-module-off = Dieses Modul ist in Ihrer Zone nicht eingeschaltet.
error-gate-step-up-needed = Bestätigen Sie zuerst, dass Sie es sind.
error-gate-command-differs = Dieser Befehl wurde schon für etwas anderes benutzt.
gate-event-Refused = Verweigert
gate-event-Consulted = Eingesehen
