error-push-service-unknown = Ce service de notification n’est pas autorisé ici.
error-push-subscription-broken = Le navigateur a donné une clé inutilisable.
push-event-DeviceWakeable = Notifications activées sur cet appareil
push-event-DeviceNotWakeable = Notifications désactivées sur cet appareil
