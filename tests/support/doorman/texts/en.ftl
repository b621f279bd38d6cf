error-doorman-signed-out = doorman en: signed out
error-doorman-locked = doorman en: locked
