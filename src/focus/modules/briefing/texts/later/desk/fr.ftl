# The list
desk-new = Nouveau message
desk-import = Importer un tableau
desk-offers = Proposés par les zones voisines
desk-drafts = Projets
desk-items = Messages
desk-items-none = Aucun message pour ce choix
desk-untitled = Pas encore de titre
desk-find = Titre, texte ou numéro
desk-filter = Autres choix, { $n } actifs
desk-any = Tous
desk-state = État
desk-author = Rédigé par
desk-until = jusqu’au { $at }
desk-not-read = { $n ->
    [one] 1 ne l’a pas encore lu
   *[other] { $n } ne l’ont pas encore lu
}
desk-unreached = { $n ->
    [one] 1 non atteinte
   *[other] { $n } non atteintes
}
desk-choose = Choisissez un message
desk-choose-text = Vous rédigez ici les projets, et suivez qui a lu un message et où quelque chose a été vu.
desk-gone = Ce message n’existe pas ou ne vous est pas destiné

# Writing
desk-by = Commencé par { $name }
desk-write = Rédiger
desk-preview = Ce que voit l’agent
desk-preview-short = Sur le téléphone
desk-standing-opening = Ouverture
desk-standing-kept = Enregistré
desk-standing-changed = Pas encore enregistré
desk-standing-saving = Enregistrement
desk-standing-apart = Deux versions
desk-standing-failed = Non enregistré
desk-publish = Publier
desk-publish-version = Publier la version
desk-published = { $n ->
    [one] { $number } publié pour 1 personne
   *[other] { $number } publié pour { $n } personnes
}
desk-for = Pour { $who }
desk-for-nobody = Encore destiné à personne
desk-drop = Supprimer le projet
desk-drop-text = Le projet disparaît, pour vos collègues aussi.
desk-drop-keep = Garder
desk-drop-now = Supprimer
desk-part-what = Quoi
desk-part-who = Pour qui et jusqu’à quand
desk-part-about = Sur qui ou quoi
desk-part-where = Où
desk-part-source = Source et contact
desk-field-kind = Type
desk-field-title = Titre
desk-field-expected = Que faire
desk-field-text = Texte
desk-field-language = Langue du message
desk-field-priority = Priorité
desk-field-must-read = Lecture obligatoire
desk-field-handling = À qui peut-on le montrer
desk-field-audience = Pour qui
desk-field-valid-from = Valable dès
desk-field-valid-to = Valable jusqu’au
desk-field-subjects = Sur qui ou quoi
desk-field-place = Lieu
desk-field-area = Zone concernée
desk-field-contact = Contact
desk-field-source = Qui le demande
desk-field-verified-at = Dernière vérification
desk-expected-hint = En une ligne : ne pas arrêter, suivre à distance
desk-urgent-hint = Signalé et répété jusqu’à la lecture, jamais à qui n’est pas en service.
desk-must-hint = Chacun confirme l’avoir lu
desk-source-hint = Magistrat, service ou numéro de dossier
desk-verified-now = Vérifié maintenant
desk-from-now = Dès la publication
desk-to-default = Selon le réglage de votre zone
desk-until-tonight = Cette nuit, 06:00
desk-until-day = 24 heures
desk-until-week = 7 jours
desk-yes = Oui
desk-no = Non
desk-empty = Rien d’indiqué
desk-language-nl = Néerlandais
desk-language-fr = Français
desk-language-de = Allemand
desk-language-en = Anglais

# For whom
desk-whole = Toute la zone
desk-and-more = { $n ->
    [one] { $names } et 1 autre
   *[other] { $names } et { $n } autres
}
desk-take-away = Retirer { $name }
desk-audience-add = Ajouter
desk-audience-any = Service, fonction, quartier ou nom
desk-audience-persons = Nom
desk-audience-none = Rien trouvé
desk-group-units = Service
desk-group-functions = Fonction
desk-group-wards = Quartier
desk-group-persons = Personne

# Persons, vehicles, documents, objects
desk-subject-person = Personne
desk-subject-vehicle = Véhicule
desk-subject-document = Document
desk-subject-object = Objet
desk-subject-family-name = Nom
desk-subject-given-names = Prénoms
desk-subject-birth-date = Date de naissance
desk-subject-national-number = Numéro de registre national
desk-subject-plate = Plaque
desk-subject-country = Pays, deux lettres
desk-subject-number = Numéro
desk-subject-described = Description
desk-number-person = Numéro
desk-number-vehicle = Numéro de châssis
desk-number-document = Numéro de document
desk-number-object = Numéro de série
desk-born = né le { $date }

# Area
desk-area-show = Montrer
desk-area-closer = Plus près
desk-area-farther = Plus loin
desk-area-none = Pas encore de zone tracée
desk-area-tap = Touchez les coins de la zone, ou choisissez un quartier.
desk-area-begun = Encore au moins un coin : une zone en a trois.
desk-area-back = Retirer le dernier coin
desk-area-ward = Prendre ce quartier
desk-area-clear = Aucune zone
desk-area-paste = Coller une zone
desk-corners = Zone à { $n } coins

# Contact
desk-contact-name = Contact
desk-contact-service = Service
desk-contact-phone = Téléphone
desk-phone-hint = Avec l’indicatif : +32 …

# As the officer sees it
desk-preview-version = Version { $n }
desk-preview-handling = Traitement
desk-preview-urgent = Urgent, répété
desk-preview-must = Obligatoire
desk-preview-call = Appeler
desk-preview-seen = Observation
desk-preview-read = Lu

# Two versions
desk-apart = Un collègue a écrit entre-temps
desk-apart-text = Rien n’a été écrasé. Choisissez par champ la version qui compte.
desk-side-mine = La vôtre
desk-side-theirs = Celle du collègue
desk-changed-by-mine = vous l’avez modifié
desk-changed-by-theirs = modifié par le collègue
desk-changed-by-both = modifié par les deux
desk-undecided = { $n ->
    [one] Encore 1 champ à choisir
   *[other] Encore { $n } champs à choisir
}
desk-decided = Continuer avec ce choix
desk-all-mine = Tout de moi
desk-all-theirs = Tout du collègue
desk-write-on = Continuer la mienne

# A published item
desk-item-sub = { $number } · version { $n } · { $at }
desk-read-of = { $read } sur { $of } ont confirmé
desk-who-not = Qui n’a pas lu
desk-valid = Valable
desk-from-to = du { $from } au { $to }
desk-sightings = Observations
desk-sightings-none = Rien vu jusqu’ici.
desk-versions = Versions
desk-version = version { $n }
desk-origin = Partagé par { $name }
desk-origin-text = Seule cette zone le modifie ou le transmet. Vous pouvez le retirer ici.
desk-revise = Réviser
desk-revise-how = Portée de cette version
desk-asks-anew = Redemander la lecture
desk-minor = Petite correction
desk-minor-why = Pourquoi une petite correction suffit
desk-why = Pourquoi
desk-revised = Version { $n } publiée : chacun relit
desk-revised-minor = Version { $n } publiée sans redemander
desk-revised-kept = Conservé sur cet appareil. La version part quand le réseau revient.
desk-resumed = Vous y travailliez. Rien n’en est encore publié.
desk-restart = Recommencer
desk-recall = Retirer
desk-recall-text = Le message disparaît de tous les appareils. Il n’y reste que la raison.
desk-recall-shared = { $n ->
    [one] 1 autre zone en est informée.
   *[other] { $n } autres zones en sont informées.
}
desk-recalled = Message retiré

# Sharing
desk-share = Partager
desk-share-text = Chaque zone choisit si elle l’accepte et pour qui. Les versions suivantes et un retrait suivent d’eux-mêmes.
desk-share-find = Chercher une zone
desk-share-none = Aucune autre zone trouvée
desk-share-now = { $n ->
    [one] Partager avec 1 zone
   *[other] Partager avec { $n } zones
}
desk-shared = { $n ->
    [one] Proposé à 1 zone
   *[other] Proposé à { $n } zones
}
desk-shares = Partagé avec
desk-share-offered = Proposé
desk-share-accepted = Accepté
desk-share-declined = Refusé
desk-share-off = Le briefing n’y est pas activé
desk-share-tried = Non atteint, dernier essai { $at }
desk-share-waiting = En route
desk-share-old = N’a encore que la version { $n }
desk-share-has = A la version { $n }
desk-offer-from = { $name } propose ceci
desk-offer-text = Si vous l’acceptez, leurs versions suivantes et un retrait suivent d’eux-mêmes.
desk-offer-who = Pour qui chez vous
desk-offer-gone = Cette proposition a reçu une réponse ou n’est plus valable
desk-accept = Accepter
desk-decline = Refuser
desk-accepted = Accepté sous { $number }
desk-declined = Refusé

# Readers
desk-readers-unread = Non lu { $n }
desk-readers-unreachable = Injoignables { $n }
desk-readers-read = Lu { $n }
desk-readers-none-unread = Tous ceux qui sont joignables l’ont lu
desk-readers-none-unreachable = Tout le monde est joignable
desk-readers-none-read = Personne ne l’a encore lu
desk-readers-asks = La version { $version } est une petite correction : avoir lu la version { $n } suffit.
desk-unreachable-text = Aucun appareil de ces personnes n’a joint le serveur ces dernières 24 heures. Parlez-leur directement.
desk-reader-name = Nom
desk-reader-function = Fonction
desk-reader-read = Lu
desk-reader-version = version { $n }, { $at }
desk-reader-never = pas encore
desk-reader-away = injoignable

# Import
desk-import-sub = Chaque ligne devient un projet
desk-import-choose = Choisir un fichier
desk-import-paste = Ou collez le tableau ici
desk-import-columns = Quelles colonnes
desk-column-contact-name = Contact, nom
desk-column-contact-service = Contact, service
desk-column-contact-phone = Contact, téléphone
desk-import-look = Vérifier
desk-import-found = { $lines } lignes lues, { $good } en ordre. Rien n’est encore enregistré.
desk-import-now = { $n ->
    [one] Créer 1 projet
   *[other] Créer { $n } projets
}
desk-imported = { $n ->
    [one] 1 projet créé
   *[other] { $n } projets créés
}
desk-imported-text = Ils se trouvent parmi les projets et ne sont pas encore publiés.

# Roll call
desk-roll-unit = Service
desk-roll-own = Pour moi
desk-roll-print = Télécharger en PDF
desk-roll-full = Plein écran
desk-roll-back = Précédent
desk-roll-next = Suivant
desk-roll-place = { $n } sur { $of }
desk-roll-as-of = état de { $at }
desk-roll-silent = plus de contact depuis { $at }
desk-roll-none = Rien en vigueur
desk-roll-none-text = Le briefing ne contient rien pour ce service actuellement.
desk-covered = Le briefing est masqué
desk-covered-text = Plus de contact avec le serveur depuis { $at }. Ce qui était affiché a pu être retiré. Il revient de lui-même.
