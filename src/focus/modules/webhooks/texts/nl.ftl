webhooks-title = Meldingen naar andere systemen
webhooks-permission-manage = Bepalen welke systemen verwittigd worden
webhooks-permission-board = Meldingen aan andere systemen volgen en mislukte opnieuw sturen
webhooks-event-ReceiverAdded = Systeem toegevoegd dat verwittigd wordt
webhooks-event-ReceiverEnded = Systeem wordt niet meer verwittigd
webhooks-event-DeliveriesRevived = Mislukte meldingen opnieuw gestuurd
webhooks-event-DeliveryDropped = Mislukte melding verworpen
webhooks-event-DeliveriesGivenUp = Meldingen aan een systeem opgegeven

error-webhooks-receiver-unknown = Dit systeem bestaat niet meer.
error-webhooks-delivery-unknown = Deze melding staat niet meer bij de mislukte.
error-webhooks-kind-unknown = Geen module meldt “{ $kind }”.
error-webhooks-address-not-allowed = Dit adres mag niet: het moet met https beginnen, en een adres in een eigen netwerk moet de beheerder van deze server eerst toelaten.
error-webhooks-too-many-receivers = Een organisatie kan hoogstens { $most } systemen verwittigen.
