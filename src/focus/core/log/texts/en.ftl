error-log-unavailable = The log cannot be written just now, so nothing is shown. Try again in a moment.
error-log-already-logged = This was already recorded.
error-log-not-sealed = This was recorded a moment ago. Its proof is ready within seconds.
error-log-unknown-event = There is no such entry in the log of your zone.
log-event-PayloadErased = Log entry erased
log-event-Exported = Log exported
log-event-ClockJumped = The server's clock jumped
