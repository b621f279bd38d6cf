cameras-title = Kameras
cameras-permission-read = Kennzeichentreffer im Dienst sehen
cameras-permission-act = Kennzeichen und Bild vergleichen, Ausgang melden
cameras-permission-feeds = Kamerasysteme einrichten und Nachrichten in Quarantäne bearbeiten
cameras-permission-history = Nachsehen, was Kameras sahen

cameras-event-FeedAdded = Kamerasystem hinzugefügt
cameras-event-FeedEnded = Kamerasystem beendet
cameras-event-HitTold = Kennzeichentreffer von einem Kamerasystem gemeldet
cameras-event-HitJudged = Kennzeichentreffer beurteilt
cameras-event-HitsErased = Kennzeichentreffer nach der Aufbewahrungsfrist gelöscht
cameras-event-HistoryRefused = Rückblick in Kameradaten abgelehnt
cameras-event-PictureSeen = Bild eines Kennzeichentreffers angesehen
cameras-event-MessageQuarantined = Nachricht eines Kamerasystems in Quarantäne gelegt
cameras-event-MessageResent = Nachricht eines Kamerasystems aus der Quarantäne aufgenommen
cameras-event-MessageDropped = Nachricht eines Kamerasystems in Quarantäne verworfen

error-cameras-hit-unknown = Diesen Treffer gibt es nicht, oder Sie sind nicht im Dienst.
error-cameras-feed-unknown = Dieses Kamerasystem gibt es nicht mehr.
error-cameras-message-unknown = Diese Nachricht ist nicht mehr in Quarantäne.
error-cameras-not-confirmed = Vergleichen Sie zuerst das Kennzeichen mit dem Bild.
error-cameras-month-over = Für diesen Zweck dürfen Sie höchstens { $days } Tage zurückblicken. Wählen Sie einen gerichtlichen Zweck oder einen späteren Beginn.
error-cameras-purpose-not-for-cameras = Dieser Zweck gibt keinen Zugang zu dem, was Kameras sahen.
error-cameras-nothing-asked = Geben Sie ein Kennzeichen oder eine Kamera an, und ein Ende nach dem Beginn.
error-cameras-not-signed = Die Signatur dieser Nachricht stimmt nicht: { $why }
error-cameras-too-many = Zu viele Nachrichten. Versuchen Sie es in { $retry_after } Sekunden wieder.
error-cameras-still-unreadable = Diese Nachricht kann auch jetzt nicht aufgenommen werden: { $why } { $path }
