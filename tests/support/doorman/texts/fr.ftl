error-doorman-signed-out = doorman fr: signed out
error-doorman-locked = doorman fr: locked
