duty-title = Service
duty-permission-use = Se déclarer en service
duty-permission-oversee = Voir qui est en service
duty-event-DutyBegun = Déclaré en service
duty-event-DutyEnded = Service terminé
error-duty-end-impossible = Un service se termine plus tard que maintenant et dure { $hours } heures au plus.
error-duty-not-on-duty = Vous n’êtes pas en service.
error-duty-unit-unknown = Ce service ou cette équipe n’existe pas aujourd’hui dans votre zone.
