cameras-title = Camera's
cameras-permission-read = Treffers op een nummerplaat zien tijdens de dienst
cameras-permission-act = Nummerplaat met foto vergelijken, afloop melden
cameras-permission-feeds = Camerasystemen instellen en berichten in quarantaine behandelen
cameras-permission-history = Terugkijken wat camera's zagen

cameras-event-FeedAdded = Camerasysteem toegevoegd
cameras-event-FeedEnded = Camerasysteem beëindigd
cameras-event-HitTold = Treffer op een nummerplaat gemeld door een camerasysteem
cameras-event-HitJudged = Treffer op een nummerplaat beoordeeld
cameras-event-HitsErased = Treffers op een nummerplaat gewist na de bewaartermijn
cameras-event-HistoryRefused = Terugkijken in camerabeelden geweigerd
cameras-event-PictureSeen = Foto van een treffer bekeken
cameras-event-MessageQuarantined = Bericht van een camerasysteem in quarantaine geplaatst
cameras-event-MessageResent = Bericht van een camerasysteem uit quarantaine opgenomen
cameras-event-MessageDropped = Bericht van een camerasysteem in quarantaine verworpen

error-cameras-hit-unknown = Deze treffer bestaat niet, of u bent niet in dienst.
error-cameras-feed-unknown = Dit camerasysteem bestaat niet meer.
error-cameras-message-unknown = Dit bericht staat niet meer in quarantaine.
error-cameras-not-confirmed = Vergelijk eerst de nummerplaat met de foto.
error-cameras-month-over = Met dit doel mag u hoogstens { $days } dagen terugkijken. Kies een gerechtelijk doel, of een later begin.
error-cameras-purpose-not-for-cameras = Dit doel geeft geen toegang tot wat camera's zagen.
error-cameras-nothing-asked = Geef een nummerplaat of een camera, en een einde na het begin.
error-cameras-not-signed = De handtekening van dit bericht klopt niet: { $why }
error-cameras-too-many = Te veel berichten. Probeer opnieuw over { $retry_after } seconden.
error-cameras-still-unreadable = Dit bericht kan ook nu niet worden opgenomen: { $why } { $path }
