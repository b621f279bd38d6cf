error-push-service-unknown = This push service is not allowed here.
error-push-subscription-broken = The browser gave a key that is of no use.
push-event-DeviceWakeable = Notifications on for this device
push-event-DeviceNotWakeable = Notifications off for this device
