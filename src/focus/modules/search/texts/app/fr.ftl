## Frame
clear = Effacer
more = Afficher plus
until = jusqu’au { $time }
years = { $n } ans
quoted = « { $text } »

## Ages and durations
age-unknown = âge inconnu

## Task and purpose
task-end-failed = Pas terminé. Réessayez.
task-done = Contrôle fini

## Search
seek-title = Chercher
seek-none-title = Pas encore de question
seek-none-text = La réponse vient ici, source par source.
seek-offline-title = Hors réseau
seek-offline-text = Une question ne peut être posée que lorsque le réseau revient.
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
ask-new = Autre question
ask-label = Que cherchez-vous ?
ask-placeholder = Nom, plaque…
readings-label = Compris ainsi
query-edit = Corriger la question
query-whole = Voir toute la question
query-less = Voir moins
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
verdict-pending-line = Rien jusqu’ici : pas de vert.
verdict-stopped-line = Arrêté avant la fin : pas de vert.
verdict-green-line = Chaque source qui compte a répondu.
verdict-still-asking = Réponses encore incomplètes
to-card = Vers la carte
verdict-more = + { $n } autres motifs
role-holder = Titulaire. Est-ce le conducteur ?
verdict-reasons = { $n } motifs
verdict-count = { $answered } sur { $asked }
verdict-who = Qui ?
verdict-not_found = Pas trouvé
verdict-not_all = Pas tout vérifié
verdict-pending-running = Pas encore tout
verdict-who-line = { $n } correspondent : choisissez.
verdict-not_found-line = Aucun registre ne connaît ceci.
verdict-not_found-hint = Vérifiez chiffres et lettres.
verdict-green-also = Vérifié aussi : { $names }
verdict-green-many = { $n } autres vérifiés aussi.
verdict-lacks = { $what } : pas de vert.
verdict-lacks-all = Rien n’a été répondu : pas de vert.
lacks-silent = { $n ->
    [one] 1 réponse manque
   *[other] { $n } réponses manquent
}
lacks-closed = { $n ->
    [one] 1 pas interrogée
   *[other] { $n } pas interrogées
}
lacks-unrun = { $n ->
    [one] 1 pas vérifié
   *[other] { $n } pas vérifiés
}
verdict-one-of = { $n } sur { $all }
verdict-whose = { $whose } : { $reason }
to-check = Vers la personne vérifiée
check-why-purpose = Fermé pour ce but
check-why-log = Pas vérifié : le journal n’a pas répondu
check-why-many = { $n } habitants pas vérifiés
check-residents = Vérifier les { $n } habitants
check-residents-runs = Tous les habitants sont vérifiés
check-why-form = Pas vérifié : trop peu connu
check-why-unknown = Personne de connu
check-nameless = Qui en dépend

## Sources of an answer
missing-unrun = Pas vérifié : pas de vert.
missing-reading = Autre lecture, pas demandée : touchez pour demander.
missing-besides = Muettes aussi, sans poids pour le verdict : { $names }
sources-unrun = pas vérifié
source-nameless = Source sans nom
readings-else = Autres lectures
sources-spoken = Réponses : { $answered } sur { $asked }, { $silent } muettes, { $closed } fermées pour ce but, { $unrun } pas vérifiés
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
source-matters = compte pour le verdict
source-waiting = répond encore
source-slow = est lente
source-again = Interrogée à nouveau.
source-closed = Fermée pour ce but.
missing-silent = Muette. Pas de réponse n’est pas « rien de connu ».
missing-stopped = Pas attendue. Pas de réponse n’est pas « rien de connu ».
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
my-lookups-hint = Comme le contrôle les voit

## Scanner
scan = Scanner
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

## Hits
hit-at = Hit auprès de { $source }
hit-details = Demander les détails
hit-asking = Demande en cours…
apart-since = Un collègue l’a séparé le { $time }
rejoin = La même personne quand même

## Sources
health-title = État des sources
health-hint = Qui répond, qui non, et pourquoi
