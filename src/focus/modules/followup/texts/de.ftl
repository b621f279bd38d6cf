followup-title = Nachverfolgung
followup-permission-stop = Anhaltungen erfassen
followup-permission-stop-figures = Zahlen zu Anhaltungen sehen, ohne Namen

followup-ground-identity-check = Identitätskontrolle
followup-ground-traffic = Verkehr
followup-ground-suspicious = Verdächtiges Verhalten
followup-ground-wanted = Ausgeschrieben oder gesucht
followup-ground-event = Veranstaltung oder verwaltungspolizeiliche Maßnahme
followup-ground-at-request = Auf Ersuchen
followup-ground-other = Anderer Grund
followup-basis-identity-check = PolAmtG Art. 34 und 44/1
followup-basis-traffic = PolAmtG Art. 16; Straßenverkehrsgesetz 16.3.1968
followup-basis-suspicious = PolAmtG Art. 34
followup-basis-wanted = PolAmtG Art. 15
followup-basis-event = PolAmtG Art. 14

followup-event-StopRecorded = Anhaltung registriert
followup-event-StopCorrected = Anhaltung berichtigt
followup-event-StopWithdrawn = Anhaltung zurückgezogen
followup-event-StopsErased = Anhaltungen nach der Aufbewahrungsfrist gelöscht

error-followup-ground-unknown = Diesen Grund gibt es in Ihrer Organisation nicht.
error-followup-ground-unexplained = Schreiben Sie einige Worte dazu: Dieser Grund verlangt eine Erklärung.
error-followup-nobody-stopped = Sagen Sie, wer angehalten wurde, oder beschreiben Sie die Person.
error-followup-moment-impossible = Eine Anhaltung liegt in den letzten 72 Stunden.
error-followup-period-too-long = Wählen Sie einen Zeitraum von höchstens { $days } Tagen.
error-followup-stop-unknown = Diese Anhaltung wurde nicht von Ihnen registriert oder besteht nicht.
error-followup-stop-settled = Diese Anhaltung ist zurückgezogen, gelöscht oder älter als { $days } Tage: Sie bleibt, wie sie ist.
error-followup-change-unexplained = Sagen Sie in einigen Worten, warum.
error-followup-nothing-corrected = Es wurde nichts geändert.

# Was schon im Protokoll steht, aus der Zeit vor diesem Modul.
search-event-StopRecorded = { followup-event-StopRecorded }
search-event-StopCorrected = { followup-event-StopCorrected }
search-event-StopWithdrawn = { followup-event-StopWithdrawn }
search-event-StopsErased = { followup-event-StopsErased }
