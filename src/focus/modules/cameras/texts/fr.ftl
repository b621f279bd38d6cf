cameras-title = Caméras
cameras-permission-read = Voir les plaques signalées pendant le service
cameras-permission-act = Comparer la plaque et la photo, signaler la suite
cameras-permission-feeds = Régler les systèmes de caméras et traiter les messages en quarantaine
cameras-permission-history = Revoir ce que les caméras ont vu

cameras-event-FeedAdded = Système de caméras ajouté
cameras-event-FeedEnded = Système de caméras arrêté
cameras-event-HitTold = Plaque signalée par un système de caméras
cameras-event-HitJudged = Plaque signalée appréciée
cameras-event-HitsErased = Plaques signalées effacées après le délai de conservation
cameras-event-HistoryRefused = Recherche dans le passé des caméras refusée
cameras-event-PictureSeen = Photo d’une plaque signalée consultée
cameras-event-MessageQuarantined = Message d’un système de caméras mis en quarantaine
cameras-event-MessageResent = Message d’un système de caméras sorti de quarantaine et repris
cameras-event-MessageDropped = Message d’un système de caméras en quarantaine écarté

error-cameras-hit-unknown = Ce signalement n’existe pas, ou vous n’êtes pas en service.
error-cameras-feed-unknown = Ce système de caméras n’existe plus.
error-cameras-message-unknown = Ce message n’est plus en quarantaine.
error-cameras-not-confirmed = Comparez d’abord la plaque et la photo.
error-cameras-month-over = Pour cette finalité, vous pouvez remonter de { $days } jours au plus. Choisissez une finalité judiciaire, ou un début plus récent.
error-cameras-purpose-not-for-cameras = Cette finalité ne donne pas accès à ce que les caméras ont vu.
error-cameras-nothing-asked = Indiquez une plaque ou une caméra, et une fin après le début.
error-cameras-not-signed = La signature de ce message n’est pas correcte : { $why }
error-cameras-too-many = Trop de messages. Réessayez dans { $retry_after } secondes.
error-cameras-still-unreadable = Ce message ne peut toujours pas être repris : { $why } { $path }
