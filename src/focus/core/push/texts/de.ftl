error-push-service-unknown = Dieser Benachrichtigungsdienst ist hier nicht zugelassen.
error-push-subscription-broken = Der Browser gab einen unbrauchbaren Schlüssel.
push-event-DeviceWakeable = Benachrichtigungen auf diesem Gerät ein
push-event-DeviceNotWakeable = Benachrichtigungen auf diesem Gerät aus
