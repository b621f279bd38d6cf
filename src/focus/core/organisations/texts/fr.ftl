organisations-title = Organisation et personnes
organisations-permission-read = Consulter l’organisation
organisations-permission-manage = Gérer les services et quartiers
organisations-permission-people = Gérer le personnel
organisations-permission-rights = Attribuer fonctions et droits
organisations-permission-share = Partager avec d’autres organisations
organisations-permission-switch = Activer et régler les modules
organisations-permission-import = Importer des listes
organisations-permission-govern = Créer, fermer et fusionner des organisations
organisations-kind-zone = Zone de police
organisations-kind-federal_unit = Unité fédérale
organisations-kind-prosecutor = Parquet
organisations-kind-court = Tribunal
organisations-kind-municipality = Commune
organisations-kind-justice_house = Maison de justice
organisations-kind-prison = Prison
organisations-kind-oversight = Organe de contrôle
organisations-kind-support = Appui fédéral
organisations-event-OrganisationFounded = Organisation créée
organisations-event-OrganisationRenamed = Organisation renommée
organisations-event-OrganisationClosed = Organisation fermée
organisations-event-OrganisationsMerged = Organisations fusionnées
organisations-event-OrganisationSplit = Organisation scindée
organisations-event-UnitCreated = Service ou équipe ajouté
organisations-event-UnitEdited = Service ou équipe modifié
organisations-event-UnitClosed = Service ou équipe fermé
organisations-event-WardCreated = Quartier ajouté
organisations-event-WardEdited = Quartier modifié
organisations-event-WardClosed = Quartier fermé
organisations-event-FunctionCreated = Fonction ajoutée
organisations-event-FunctionEdited = Fonction modifiée
organisations-event-PersonAdded = Personne ajoutée
organisations-event-PersonEdited = Personne modifiée
organisations-event-PersonLeft = Personne partie
organisations-event-PostGiven = Fonction attribuée
organisations-event-PostEdited = Attribution modifiée
organisations-event-PostEnded = Attribution terminée
organisations-event-GrantGiven = Partagé avec une autre organisation
organisations-event-GrantRevoked = Partage retiré
organisations-event-ModuleSwitchedOn = Module activé
organisations-event-ModuleSwitchedOff = Module désactivé
organisations-event-SettingChanged = Réglage modifié
organisations-event-FileImported = Liste importée
organisations-event-Consulted = Consulté
error-organisations-code-invalid = Ce code n’est pas valable. Une zone a 4 chiffres, une commune son code INS de 5 chiffres.
error-organisations-code-taken = Ce code est déjà utilisé.
error-organisations-names-missing = Donnez un nom dans au moins une langue, de 120 caractères au plus.
error-organisations-period-reversed = La fin précède le début.
error-organisations-already-closed = Ceci a déjà pris fin.
error-organisations-not-governing = Seul l’appui fédéral peut créer, fermer ou fusionner des organisations.
error-organisations-cannot-succeed = Ces organisations ne peuvent pas se succéder ce jour-là.
error-organisations-unit-unknown = Ce service ou cette équipe n’existe pas ou plus ici.
error-organisations-unit-cycle = Un service ne peut pas dépendre de lui-même.
error-organisations-unit-in-use = Des services ou des personnes s’y trouvent encore.
error-organisations-ward-unknown = Ce quartier n’existe pas ou plus ici.
error-organisations-function-unknown = Cette fonction n’existe pas ici ou n’est plus utilisée.
error-organisations-permission-unknown = Le droit { $permission } n’existe pas.
error-organisations-person-invalid = Les données de la personne ne sont pas correctes.
error-organisations-family-name-invalid = Ce nom de famille n’est pas valable.
error-organisations-given-names-invalid = Ce prénom n’est pas valable.
error-organisations-email-invalid = Cette adresse e-mail n’est pas valable.
error-organisations-phone-invalid = Ce numéro de téléphone n’est pas valable.
error-organisations-number-taken = Quelqu’un d’autre a ce matricule.
error-organisations-not-lent = Cette personne est inconnue, partie, ou non prêtée par sa propre organisation.
error-organisations-post-taken = Cette personne a déjà cette fonction à partir de ce moment.
error-organisations-recipient-unknown = Choisissez une autre organisation avec qui partager.
error-organisations-grant-invalid = Dites ce qui est partagé et sur quelle base légale.
error-organisations-grant-ended = Ce partage a déjà pris fin.
error-organisations-module-unknown = Ce module n’existe pas ou n’a pas de réglages.
error-organisations-module-fixed = Ce module fait partie de la plateforme et reste toujours actif.
error-organisations-module-needs = Activez d’abord { $other }.
error-organisations-module-needed = { $other } a besoin de ce module.
error-organisations-setting-invalid = Le réglage { $path } ne convient pas.
error-organisations-csv-empty = Le fichier est vide.
error-organisations-csv-header-missing = La colonne { $column } manque.
error-organisations-csv-header-unknown = Cette colonne est inconnue.
error-organisations-csv-header-twice = Cette colonne figure deux fois.
error-organisations-csv-cell-count = Il y a { $found } champs au lieu de { $expected }.
error-organisations-csv-quote-open = Un guillemet n’est pas bien fermé ; rien n’a été lu à partir d’ici.
error-organisations-csv-too-many-lines = Il y a plus de { $max } lignes ; divisez le fichier.
error-organisations-csv-too-long = Ceci dépasse { $max } caractères.
error-organisations-csv-bad-character = Un caractère n’est pas valable ici ; vérifiez le jeu de caractères du fichier.
error-organisations-csv-missing = Ce champ est obligatoire.
error-organisations-csv-bad-date = Ce n’est pas une date. Écrivez 2026-11-23 ou 23/11/2026.
error-organisations-csv-bad-yes-no = Écrivez oui ou non.
error-organisations-csv-bad-code = Ce code n’est pas valable.
error-organisations-csv-bad-kind = Ce type n’existe pas. Choisissez parmi : { $allowed }.
error-organisations-csv-bad-language = Cette langue n’est pas valable. Choisissez parmi : { $allowed }.
error-organisations-csv-bad-name = Ce n’est pas un nom.
error-organisations-csv-bad-number = Ce n’est pas un matricule.
error-organisations-csv-bad-email = Ce n’est pas une adresse e-mail.
error-organisations-csv-bad-phone = Ce n’est pas un numéro de téléphone.
error-organisations-csv-period-reversed = La fin précède le début.
error-organisations-csv-fixed = Ceci ne se modifie pas par une liste.
error-organisations-csv-twice = Ceci figure déjà à la ligne { $line }.
error-organisations-csv-unknown-person = Personne ici n’a ce matricule.
error-organisations-csv-person-away = Cette personne n’est pas en service à ce moment.
error-organisations-csv-unknown-function = La fonction { $function } n’existe pas.
error-organisations-csv-unknown-unit = Le service { $unit } n’existe pas ou figure sur une ligne fautive.
error-organisations-csv-unit-cycle = Ce service dépendrait de lui-même.
error-organisations-csv-unknown-ward = Le quartier { $ward } n’existe pas.
error-organisations-csv-unknown-permission = Le droit { $permission } n’existe pas.
error-organisations-import-refused =
    { $bad ->
        [one] Une ligne est fautive ; rien n’a été importé.
       *[other] { $bad } lignes sont fautives ; rien n’a été importé.
    }
error-organisations-area-invalid =
    { $reason ->
        [kind] La forme doit être un polygone (Polygon ou MultiPolygon).
        [too_many_points] La limite a trop de points ; simplifiez-la.
        [swapped] Longitude et latitude sont inversées : écrivez d’abord la longitude.
        [empty] La zone n’a pas de surface.
        [crossing] La limite se croise elle-même en { $where }.
       *[coordinates] Les coordonnées ne sont pas correctes.
    }
organisations-event-InstallationBegun = Installation commencée
