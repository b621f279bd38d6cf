compare-born = Naissance
compare-sex = Sexe
compare-differs = diffère
compare-unsaid = non précisé
compare-warnings = Avertissements
compare-no-warnings = aucun jusqu’ici
compare-open-label = Fiche de { $name } { $born }
compare-no-photo = pas de photo
