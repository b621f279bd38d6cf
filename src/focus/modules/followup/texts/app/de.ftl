later-promise = Eine Frage wartet verschlüsselt und läuft, wenn das Netz zurück ist, spätestens nach 8 Stunden.
later-kept = Kein Netz. Die Frage wartet verschlüsselt auf diesem Gerät.
later-title = Wartet auf Netz
later-ran = Nach dem Warten beantwortet
later-asked = gefragt { $at }
later-until = gefragt { $asked }, wartet bis { $at }
later-expired = Abgelaufen um { $at }; nicht gestellt.
later-done = Nach Warten beantwortet: { $question }: { $verdict }
later-count = { $n } nach dem Warten beantwortet
later-withdraw = Zurückziehen
later-withdraw-label = { $away }: { $question }
later-remove = Entfernen
later-again = Erneut fragen
later-again-label = Erneut fragen: { $question }
later-lost = { $n }, die auf diesem Gerät warteten, sind nicht mehr lesbar und wurden nicht gesendet.
later-lost-at-sign-out = Noch wartende Fragen: { $n }. Nach dem Abmelden werden sie nicht mehr gestellt.
later-undone = { $n } nicht ausgeführt
later-undone-title = Nicht ausgeführt

stop-person = Anhaltung
stop-label = Anhaltung: { $name }
stop-unknown = Anhaltung ohne Karte
stops-mine = Meine Anhaltungen
stops-figures = Zahlen
stops-refused = { $n } abgelehnt

compare-title = Nebeneinander
relations-title = Verbindungen
