stop-change-title = Anhaltung ändern
stop-reason = Warum ändern Sie das?
stop-correct = Berichtigen
stop-withdraw = Zurückziehen: Irrtum
stop-corrected = Berichtigt
stop-withdrawn-done = Anhaltung zurückgezogen
stop-change-logged = Was da stand und Ihr Grund bleiben dabei; das Protokoll sagt, dass Sie geändert haben.
stop-change-waits = Auf dem Gerät behalten, wartet auf Netz
