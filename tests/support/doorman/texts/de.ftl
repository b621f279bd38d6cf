error-doorman-signed-out = doorman de: signed out
error-doorman-locked = doorman de: locked
