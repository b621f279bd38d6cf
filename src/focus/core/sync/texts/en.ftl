error-sync-delivery-unsigned = This device is not known here.
error-sync-item-unsealable = Nobody can read this: it is damaged, or sealed to another key.
error-sync-author-unknown = This was not done in an open session on this device.
error-sync-action-unknown = The server does not know this action. Update the app.
sync-event-Pulled = Fetched to the device
sync-event-ItemRefused = Came from a device, refused
sync-event-GapFound = Something is missing from a device’s series
sync-event-ClockOff = A device’s clock is wrong
