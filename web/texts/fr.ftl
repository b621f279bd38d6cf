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
lock = Verrouiller
close = Fermer
back = Retour
undo = Annuler
again = Réessayer
change = Changer
choose = Choisir
since = depuis { $time }

## Ages and durations
age-now = maint.
age-minutes = { $n } min
age-hours = { $n } h
age-days = { $n } j
age-months = { $n } mois
age-years = { $n } a
seconds = { $n } s

## Failures
error-unexpected = Quelque chose a échoué. Réessayez.
error-unreachable = Le serveur ne répond pas. Rien n’est parti sans réponse : réessayez.
error-sign-in-turned-back = Vous n’êtes pas identifié auprès de votre organisation. Réessayez.
error-sign-in-not-from-here = Cette identification n’a pas commencé dans cette fenêtre, ou a déjà servi. Recommencez.

## Emergency
emergency = Urgence
emergency-label = Urgence : maintenir une seconde
emergency-hold = Maintenez une seconde
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
off-map = Carte
off-search = Recherche
off-chat = Chat et contacts
off-briefing = Briefing
off-checks = Contrôles de domicile et conditions
off-text = Pas encore activé dans votre zone
not-on-map = La carte n’est pas encore activée dans votre zone
not-on-map-text = Ici viendront incidents, équipes et secteurs, aussi sans réseau.
not-on-search = La recherche n’est pas encore activée dans votre zone
not-on-search-text = Ici viendront les réponses de toutes les sources à une question.
not-on-chat = Le chat n’est pas encore activé dans votre zone
not-on-chat-text = Ici viendront conversations, contacts et messages urgents, chiffrés de bout en bout.

## Search
ask = Chercher

## Menu and me
lock-now = Verrouiller
sign-out = Se déconnecter

## Door: sign-in, enrolment, lock
sign-in-title = Identifiez-vous
sign-in-text = Avec la clé d’accès de cet appareil : doigt, visage ou code.
sign-in-unknown-device = Cet appareil n’est pas encore inscrit. Demandez un code à votre chef.
sign-in-revoked = Cet appareil a été retiré : vous avez été déconnecté et tout est effacé. Demandez un nouveau code à votre chef.
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
function-reinforcement = Renfort
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

## Follow-up: questions that wait, stops, namesakes, relations
later-erased = Déconnecté : { $n } questions ou enregistrements en attente sur cet appareil ont été effacés sans être envoyés.
