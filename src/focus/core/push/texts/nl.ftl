error-push-service-unknown = Deze meldingsdienst is hier niet toegelaten.
error-push-subscription-broken = De browser gaf een sleutel die niet bruikbaar is.
push-event-DeviceWakeable = Meldingen aan op dit toestel
push-event-DeviceNotWakeable = Meldingen uit op dit toestel
