error-gate-not-permitted = Uw functie mag dit niet.
error-gate-module-off = Deze module staat niet aan in uw zone.
error-gate-step-up-needed = Bevestig eerst dat u het bent.
error-gate-command-differs = Deze opdracht is al gebruikt voor iets anders.
gate-event-Refused = Geweigerd
gate-event-Consulted = Geraadpleegd
