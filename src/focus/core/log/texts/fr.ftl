error-log-unavailable = Le journal ne peut pas être écrit pour le moment, rien n’est donc affiché. Réessayez dans un instant.
error-log-already-logged = Ceci est déjà enregistré.
error-log-not-sealed = Ceci vient d’être enregistré. La preuve sera prête dans quelques secondes.
error-log-unknown-event = Cette entrée n’existe pas dans le journal de votre zone.
log-event-PayloadErased = Entrée du journal effacée
log-event-Exported = Journal exporté
log-event-ClockJumped = Horloge du serveur déréglée
