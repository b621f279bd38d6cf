webhooks-title = Messages vers d’autres systèmes
webhooks-permission-manage = Choisir les systèmes qui sont prévenus
webhooks-permission-board = Suivre les messages vers d’autres systèmes et renvoyer ceux qui ont échoué
webhooks-event-ReceiverAdded = Système à prévenir ajouté
webhooks-event-ReceiverEnded = Système qui n’est plus prévenu
webhooks-event-DeliveriesRevived = Messages échoués renvoyés
webhooks-event-DeliveryDropped = Message échoué rejeté
webhooks-event-DeliveriesGivenUp = Messages à un système abandonnés

error-webhooks-receiver-unknown = Ce système n’existe plus.
error-webhooks-delivery-unknown = Ce message n’est plus parmi les échoués.
error-webhooks-kind-unknown = Aucun module n’annonce « { $kind } ».
error-webhooks-address-not-allowed = Cette adresse n’est pas admise : elle doit commencer par https, et une adresse d’un réseau interne doit d’abord être autorisée par le gestionnaire de ce serveur.
error-webhooks-too-many-receivers = Une organisation peut prévenir { $most } systèmes au plus.
