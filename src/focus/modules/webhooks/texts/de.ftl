webhooks-title = Meldungen an andere Systeme
webhooks-permission-manage = Bestimmen, welche Systeme benachrichtigt werden
webhooks-permission-board = Meldungen an andere Systeme verfolgen und gescheiterte erneut senden
webhooks-event-ReceiverAdded = Zu benachrichtigendes System hinzugefügt
webhooks-event-ReceiverEnded = System wird nicht mehr benachrichtigt
webhooks-event-DeliveriesRevived = Gescheiterte Meldungen erneut gesendet
webhooks-event-DeliveryDropped = Gescheiterte Meldung verworfen
webhooks-event-DeliveriesGivenUp = Meldungen an ein System aufgegeben

error-webhooks-receiver-unknown = Dieses System gibt es nicht mehr.
error-webhooks-delivery-unknown = Diese Meldung steht nicht mehr bei den gescheiterten.
error-webhooks-kind-unknown = Kein Modul meldet „{ $kind }“.
error-webhooks-address-not-allowed = Diese Adresse ist nicht erlaubt: Sie muss mit https beginnen, und eine Adresse in einem eigenen Netz muss der Betreiber dieses Servers zuerst zulassen.
error-webhooks-too-many-receivers = Eine Organisation kann höchstens { $most } Systeme benachrichtigen.
