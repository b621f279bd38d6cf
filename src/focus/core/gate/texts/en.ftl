error-gate-not-permitted = Your function does not allow this.
error-gate-module-off = This module is not switched on in your zone.
error-gate-step-up-needed = First confirm that it is you.
error-gate-command-differs = This command was already used for something else.
gate-event-Refused = Refused
gate-event-Consulted = Consulted
