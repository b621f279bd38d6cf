error-doorman-signed-out = doorman nl: signed out
error-doorman-locked = doorman nl: locked
