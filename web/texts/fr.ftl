# Les textes du cadre. Courts, les mots du terrain ; le verbe d’abord sur les boutons.

## Frame
skip = Aller au contenu
pane-list = Liste
pane-detail = Détail
tabs-label = Menu principal
tab-today = Aujourd’hui
tab-map = Carte
tab-search = Chercher
tab-chat = Chat
tab-menu = Menu
online = Connecté
offline = Hors réseau
connection-online = Le serveur a répondu pour la dernière fois à { $at }.
connection-offline = Pas de connexion depuis { $since }. L’app réessaie d’elle-même.
connection-last = Dernière réponse : { $at }.
connection-never = Pas encore de réponse depuis l’ouverture.
lock = Verrouiller
close = Fermer
back = Retour
undo = Annuler
again = Réessayer
change = Changer
choose = Choisir
clear = Effacer
more = Afficher plus
since = depuis { $time }
until = jusqu’au { $time }
years = { $n } ans
quoted = « { $text } »

## Ages and durations
age-now = maint.
age-minutes = { $n } min
age-hours = { $n } h
age-days = { $n } j
age-months = { $n } mois
age-years = { $n } a
age-unknown = âge inconnu
seconds = { $n } s

## Failures
error-unexpected = Quelque chose a échoué. Réessayez.
error-unreachable = Le serveur ne répond pas. Rien n’est parti sans réponse : réessayez.
error-sign-in-turned-back = Vous n’êtes pas identifié auprès de votre organisation. Réessayez.
error-sign-in-not-from-here = Cette identification n’a pas commencé dans cette fenêtre, ou a déjà servi. Recommencez.

## Emergency
emergency = Urgence
emergency-label = Urgence : maintenir une seconde
emergency-title = Appel d’urgence
emergency-text = Ce bouton n’envoie pas encore d’alarme à votre équipe ni au dispatching. Appelez ou utilisez votre radio.
emergency-101 = Appeler le 101, police
emergency-112 = Appeler le 112, pompiers et ambulance
emergency-radio = Le bouton d’urgence de votre radio fonctionne toujours, même sans cette app.

## App
update-title = Nouvelle version prête
update-text = Elle ne s’applique que si vous rechargez.
update-now = Recharger
install-title = Placez FOCUS sur votre écran
install-text = L’app s’ouvre alors sans réseau et le navigateur n’efface rien.
install-ios = Touchez Partager, puis « Sur l’écran d’accueil ». Sinon Safari efface l’app après sept jours.
install-now = Installer
install-later = Plus tard

## Today
today-me = { $name }, mes données
today-off = Pas encore activé
off-map = Carte
off-chat = Chat et contacts
off-briefing = Briefing
off-checks = Contrôles de domicile et conditions
off-text = Pas encore activé dans votre zone
offline-title = Vous continuez sans réseau
offline-text = Ceci est la situation d’avant { $since }. Les recherches reprennent avec le réseau.
offline-nothing = Rien n’est encore gardé sur cet appareil. Les recherches reprennent avec le réseau.
not-on-map = La carte n’est pas encore activée dans votre zone
not-on-map-text = Ici viendront incidents, équipes et secteurs, aussi sans réseau.
not-on-chat = Le chat n’est pas encore activé dans votre zone
not-on-chat-text = Ici viendront conversations, contacts et messages urgents, chiffrés de bout en bout.

## Task and purpose
task-none = Pas de tâche en cours
task-none-text = Avec une tâche, chaque recherche porte d’elle-même son but et sa référence.
task-start = Démarrer une tâche
task-start-now = Démarrer
task-kind = Genre de tâche
task-kind-control = Contrôle
task-kind-incident = Incident
task-kind-case = Dossier
task-kind-check = Domicile
task-mine-control = Mon contrôle
task-mine-incident = Mon incident
task-mine-case = Mon dossier
task-mine-check = Mon contrôle de domicile
task-reference-own = Référence
task-reference-auto = numérotée d’elle-même
task-title = Description
task-title-hint = Contrôle routier place de la Gare
task-end = Terminer
task-ended = { $reference } terminé
task-end-failed = Pas terminé. Réessayez.
task-done = Contrôle fini
purpose-none = Pas encore de but choisi
purpose-title = Pourquoi cette recherche ?
purpose-change = Changer le but
purpose-choose = Choisir le but
purpose-needs-reference = avec référence
purpose-reference = Référence
purpose-reference-optional = Référence (facultative)
purpose-reason = Motif
purpose-reason-optional = Motif (facultatif)
purpose-reason-hint = Signalement d’un voisin
purpose-logged = Le but et le motif sont au journal avant que rien ne s’affiche.
purpose-task = Retour à { $reference }
purpose-task-text = But de votre tâche en cours
purpose-use = Utiliser ce but

## Search
seek-title = Chercher
seek-none-title = Pas encore de question
seek-none-text = La réponse vient ici, source par source.
seek-offline-title = Hors réseau
seek-offline-text = Une question attend, chiffrée, et part quand le réseau revient, au plus tard après 8 heures.
my-lookups = Mes recherches
recent = Dernières recherches
recent-in-task = Plus tôt dans cette tâche
kinds-title = Un champ comprend tout
kinds-name = Nom
kinds-name-hint = date possible
kinds-plate = Plaque
kinds-plate-hint = aussi étrangère
kinds-document = Document, eID
kinds-document-hint = ou la MRZ
kinds-address = Adresse
kinds-address-hint = rue, numéro
kinds-phone = Téléphone
kinds-phone-hint = toute écriture
kinds-other = Châssis, BCE
kinds-other-hint = ou n° de série
sources-open = { $open } sources sur { $all } ouvertes
sources-open-hint = Lesquelles, et pourquoi pas
ask = Chercher
ask-new = Autre question
ask-label = Que cherchez-vous ?
ask-placeholder = Nom, plaque, adresse…
readings-label = Compris ainsi
readings-hint = Autre chose ? Choisissez une autre lecture ou corrigez la question.
query-edit = Corriger la question
reading-plate = Plaque
reading-plate-be = Plaque belge
reading-plate-foreign = Plaque étrangère
reading-national_number = Numéro national
reading-bis_number = Numéro BIS
reading-document = Document
reading-vin = Numéro de châssis
reading-company = Numéro d’entreprise
reading-phone = Téléphone
reading-name = Nom
reading-name_birth = Nom et date
reading-address = Adresse
reading-object = Numéro de série
reading-pv = Numéro de PV

## Verdict
verdict-wanted = Recherché
verdict-stolen = Volé
verdict-danger = Danger
verdict-breach = Violé
verdict-attention = Attention
verdict-nothing = Rien
verdict-incomplete = Incomplet
verdict-pending = Incomplet
verdict-pending-running = Réponses incomplètes
verdict-pending-line = Rien jusqu’ici : pas de vert.
verdict-stopped-line = Arrêté avant la fin : pas de vert.
verdict-silent-line = { $n ->
    [one] Une source qui compte n’a pas répondu : pas de vert.
   *[other] { $n } sources qui comptent n’ont pas répondu : pas de vert.
}
verdict-incomplete-line = Toutes les sources qui comptent n’ont pas répondu.
verdict-green-line = Chaque source qui compte a répondu.
verdict-still-asking = Réponses encore incomplètes
to-card = Vers la carte
verdict-more = + { $n } autres motifs
role-holder = Titulaire. Est-ce le conducteur ?
verdict-holder = Titulaire : { $reason }
verdict-reasons = { $n } motifs
verdict-count = { $answered } sur { $asked }

## Sources of an answer
meter-of = sur
meter-in = reçues
meter-asking = La question part
meter-slow = lentes
sources-title = Sources
sources-answered = { $n ->
    [one] réponse
   *[other] réponses
}
sources-silent = { $n ->
    [one] muette
   *[other] muettes
}
sources-closed = { $n ->
    [one] fermée
   *[other] fermées
}
sources-spoken = Sources : { $answered } réponses sur { $asked }, { $silent } muettes, { $closed } fermées pour ce but
source-state-asked = Répond encore
source-state-slow = Lente
source-state-answered = A répondu
source-state-empty = Rien trouvé
source-state-silent = Muette, sans réponse
source-state-failed = Réponse illisible
source-state-cancelled = Pas attendue
source-state-closed = Fermée pour ce but
source-state-unsuited = Ne traite pas cette question
source-records = { $n ->
    [one] 1 donnée
   *[other] { $n } données
}
source-matters = compte pour le verdict
source-waiting = répond encore
source-slow = est lente
source-again = Interrogée à nouveau.
source-closed = Fermée pour ce but.
again-source = Réessayer : { $source }
again-all = Interroger les { $n } à nouveau
missing-silent = Muette. Pas de réponse n’est pas « rien de connu ».
missing-stopped = Pas attendue. Pas de réponse n’est pas « rien de connu ».
names-more = { $names } et { $n } autres
results-no-cards = Aucune donnée des sources qui ont répondu.
stop = Arrêter
card-all = Les { $n } données
card-fewer = Moins de données
card-photo = Photo
split = Séparer
split-person = Pas lui
split-label = { $undo } : { $title }
split-title = Qu’est-ce qui n’en fait pas partie ?
split-text = La source choisie reçoit sa propre carte. Votre choix va au journal.
split-done = Séparé

## Menu and me
menu-me = Appareils, langue, mes recherches
menu-none = Votre zone n’a pas encore activé de modules pour votre fonction.
me-title = Moi
me-language = Langue
me-theme = Lumière
theme-auto = Appareil
theme-light = Jour
theme-dark = Nuit
me-devices = Mes appareils
me-sessions = Mes sessions
device-here = Cet appareil
device-enrolled = Inscrit { $at }
device-revoke = Révoquer
device-revoke-label = Révoquer { $name }
device-revoke-title = Révoquer { $name } ?
device-revoke-text = Cet appareil perd le serveur aussitôt. Il ne revient qu’avec un nouveau code de votre chef.
device-revoked = { $name } révoqué
session-here = Cette session
session-locked = Verrouillée sur un autre appareil
session-other = Ouverte sur un autre appareil
session-times = de { $from } à { $to }
lock-now = Verrouiller
lock-hint = De lui-même après { $n } min sans toucher
sign-out = Se déconnecter
my-lookups-hint = Comme le contrôle les voit
my-lookups-as-seen = Comme le contrôle les voit
my-lookups-none = Pas encore de recherches
my-lookups-none-text = Chaque recherche vient ici avec son but, ses sources et son verdict.
log-sources = { $answered } sources sur { $asked } ont répondu
log-silent = { $n } muettes
log-closed = { $n } fermées

## Door: sign-in, enrolment, lock
sign-in-title = Identifiez-vous
sign-in-text = Avec la clé d’accès de cet appareil : doigt, visage ou code.
sign-in-unknown-device = Cet appareil n’est pas encore inscrit. Demandez un code à votre chef.
sign-in-no-passkeys = Ce navigateur ne connaît pas les clés d’accès. Utilisez un Chrome, Edge, Firefox ou Safari récent.
sign-in-now = S’identifier
sign-in-choose = Dans quelle fonction travaillez-vous ?
sign-in-organisation = Se connecter via votre organisation
sign-in-organisation-code = Code de votre organisation
sign-in-organisation-go = Continuer auprès de votre organisation
sign-in-organisation-unknown = Possible seulement quand cet appareil est inscrit. Demandez un code à votre responsable.
enrol-start = Inscrire cet appareil
enrol-title = Inscrire cet appareil
enrol-text = Le code de votre chef vaut dix minutes et sert une fois.
enrol-code = Code
enrol-name = Nom de cet appareil
enrol-name-phone = Téléphone de service
enrol-name-desk = Bureau
enrol-now = Inscrire
enrol-back = Retour à l’identification
enrol-done = Appareil inscrit
enrol-done-text = Désormais vous vous identifiez ici avec votre clé d’accès.
demo-title = Démonstration : continuer comme
demo-find = Chercher un nom ou un service
demo-nobody = Personne de ce nom.
demo-text = Toutes les personnes et données sont inventées.
locked-title = Verrouillé
locked-text = Plus rien n’est à l’écran ni en mémoire.
locked-by = { $name }, montrez que c’est vous.
locked-offline = Le déverrouillage attend que le serveur réponde.
unlock = Déverrouiller
step-up-title = Montrez que c’est vous
step-up-text = Pour cet acte, l’app redemande votre clé d’accès.
step-up-now = Confirmer

## Functions that an organisation starts with; it may have others of its own
function-officer = Fonctionnaire de police
function-ward_officer = Inspecteur de quartier
function-shift_leader = Chef de service
function-information_desk = Carrefour d’information local
function-dispatcher = Opérateur dispatching
function-zone_administrator = Gestionnaire de zone
function-administrator = Gestionnaire
function-federal_support = Appui fédéral
function-dpo = Délégué à la protection des données
function-oversight = Membre de l’organe de contrôle
function-prosecutor = Magistrat du parquet
function-judge = Juge
function-justice_assistant = Assistant de justice
function-population_clerk = Agent de la population

## Scanner
scan = Scanner
scan-title = Scannez une carte ou une plaque
scan-camera = Image de la caméra
scan-opening = La caméra s’ouvre.
scan-looking = Tenez le bas de la carte, un code-barres ou une plaque dans le cadre.
scan-nothing = Ni document ni plaque à l’image. Plus près, droit et sans reflet, cela aide.
scan-silent = Le serveur ne répond pas. Les codes-barres marchent encore ; sinon, tapez ci-dessous.
scan-paused = Rien trouvé. Replacez la carte et réessayez, ou tapez ci-dessous.
scan-refused = La caméra est refusée. Autorisez-la dans les réglages de votre appareil, ou tapez ci-dessous.
scan-none = Pas de caméra ici. Tapez ci-dessous, c’est aussi rapide.
scan-no-reader = Ce serveur ne lit pas le texte d’une image. Tenez un code-barres ou un code QR dans le cadre, ou tapez la bande ou la plaque ci-dessous.
scan-reading = Lecture en cours. Tenez la carte immobile dans le cadre.
scan-anew = La lecture s’est bloquée et recommence. Tenez la carte dans le cadre.
scan-crowded = D’autres images attendent. Tenez la carte dans le cadre, cela vient.
scan-busy = Une autre application utilise la caméra. Fermez-la, ou tapez ci-dessous.
scan-lamp = Lampe
scan-again = Scanner à nouveau
scan-type = Ou tapez la bande, le numéro ou la plaque
scan-type-hint = IDBEL…
scan-use = Reprendre
readings-several = Il y a plusieurs choses ici : touchez ce que vous voulez demander.
zone-unasked = Pas encore demandé de ce document
zone-title = Selon le document
zone-name = Nom
zone-born = Né(e)
zone-sex = Sexe
zone-nationality = Nationalité
zone-number = Document
zone-expires = Valable jusqu’au
zone-expired = Ce document est périmé.
zone-fault = Le chiffre de contrôle est faux : { $field }. Comparez avec la carte.
zone-repaired = Un signe a été choisi d’après le chiffre de contrôle (O ou 0, I ou 1 …). Comparez le numéro avec la carte.
zone-fault-number = numéro du document
zone-fault-birth = date de naissance
zone-fault-expires = validité
zone-fault-optional = champ libre
zone-fault-whole = toute la bande
beside-same = Correspond à ce que vous avez dit : { $words }
beside-other = Non retrouvé : { $words }. La source dit : { $known }

## Follow-up: questions that wait, stops, namesakes, relations
later-kept = Hors réseau. La question attend, chiffrée, sur cet appareil.
later-title = En attente du réseau
later-ran = Répondu après attente
later-asked = demandé { $at }
later-until = demandé { $asked }, attend jusqu’à { $at }
later-expired = Expirée à { $at } ; non posée.
later-done = Réponse après attente : { $question } : { $verdict }
later-count = { $n } répondu après attente
later-withdraw = Retirer
later-withdraw-label = { $away } : { $question }
later-remove = Supprimer
later-again = Redemander
later-again-label = Redemander : { $question }
later-lost = { $n } en attente sur cet appareil ne sont plus lisibles et n’ont pas été envoyés.
later-erased = Déconnecté : { $n } questions ou enregistrements en attente sur cet appareil ont été effacés sans être envoyés.
log-asked-at = demandé { $at } hors réseau
stop-person = Contrôle
stop-label = Contrôle : { $name }
stop-title = Contrôle de { $name }
stop-unknown = Contrôle sans fiche
stop-no-purpose = Commencez une tâche ou choisissez d’abord une finalité : sans elle, rien n’est enregistré.
stop-described = Décrivez la personne
stop-described-hint = Sexe, âge, vêtements
stop-spot = Position de l’appareil, à { $m } m
stop-no-spot = Sans position de l’appareil : écrivez où.
stop-place = Où
stop-ground = Motif
stop-explain = Demande quelques mots
stop-why = Pourquoi, en quelques mots
stop-save = Enregistrer
stop-saved = Contrôle enregistré : { $ground }
stop-waits = Conservé sur l’appareil, attend le réseau : { $ground }
stop-logged = Votre nom, la finalité, le motif et le lieu sont conservés ; le journal note l’enregistrement.
stops-mine = Mes contrôles
stops-sub = Pour rendre compte, tels que le contrôle les voit
stops-why = Chaque contrôle a un motif, une finalité et un lieu.
stops-none = Pas encore de contrôles
stops-none-text = Touchez Contrôle sur la fiche d’une personne.
stops-erased = Qui et où sont effacés après le délai
stops-records = Personne d’une fiche de { $n } données
stops-waiting = Attend le réseau
stops-figures = Chiffres
figures-table = Contrôles par période et motif, en tableau
figures-sub = 30 derniers jours, sans noms
figures-period = Période
figures-day = Jour
figures-week = Semaine
figures-month = Mois
figures-from = Dès
figures-unit = Service
figures-no-unit = Sans service
figures-stops = Nombre
figures-unknown = Personne inconnue
figures-units = Qui est dans deux services compte dans chacun.
compare-title = Côte à côte
compare-born = Naissance
compare-sex = Sexe
compare-differs = diffère
compare-unsaid = non précisé
compare-warnings = Avertissements
compare-no-warnings = aucun jusqu’ici
compare-open-label = Fiche de { $name } { $born }
relations-title = Liens
relations-asked = Demandé
relations-of = de { $name }
relations-ask = Pas encore demandé ; toucher lance une recherche journalisée
relations-left = Il y en a encore { $n } : ouvrez leur fiche.
relations-held = Seulement ce qui a été montré ou touché ; rien n’est demandé de soi-même.
later-undone = { $n } non effectuées
later-undone-title = Non effectué
stop-field-ground = motif
stop-field-described = description
stop-field-place = lieu
stop-field-why = pourquoi
stop-before = (avant : { $said })
stop-change-corrected = Corrigé { $at }
stop-change-withdrawn = Retiré { $at }
stop-withdrawn = retiré
stop-change = Modifier
stop-change-label = Modifier : { $ground } { $at }
stop-change-title = Modifier le contrôle
stop-reason = Pourquoi cette modification ?
stop-correct = Corriger
stop-withdraw = Retirer : erreur
stop-corrected = Corrigé
stop-withdrawn-done = Contrôle retiré
stop-change-logged = L’ancien contenu et votre raison restent; le journal dit que vous avez modifié.
stop-proposed = Les articles de loi sont une proposition tant que votre organisation ne les a pas fixés.
stops-refused = { $n } refusés
figures-csv = CSV
figures-days = Sur combien de jours
figures-last = { $n } jours
figures-span = { $first } – { $last }, sans noms
figures-few = < { $n }
figures-least = au moins { $n }
figures-by-ground = Nombre par motif
figures-smallest = Les nombres inférieurs à { $n } ne sont pas montrés.
figures-nobody = Aucun nom, aucune description, aucun lieu ne figure ici.
figures-none = Aucun contrôle dans cette période
figures-after_lookup = Après recherche
figures-late = Après plus d’une heure
figures-withdrawn = Retirés
compare-no-photo = pas de photo
relations-answer = Dans la même réponse que { $name }
relations-found = Trouvé par la question ({ $role }) depuis { $name } : identité non certaine
relations-drawing = Dessin; la liste dit la même chose
relations-red = grave
relations-amber = attention

# Hits
hit-at = Hit auprès de { $source }
hit-details = Demander les détails
hit-asking = Demande en cours…
apart-since = Un collègue l’a séparé le { $time }
rejoin = La même personne quand même

# Sources
health-title = État des sources
health-hint = Qui répond, qui non, et pourquoi
source-unread = { $n ->
    [one] 1 donnée n’a pas pu être lue
   *[other] { $n } données n’ont pas pu être lues
}
