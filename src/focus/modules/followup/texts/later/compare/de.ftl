compare-born = Geboren
compare-sex = Geschlecht
compare-differs = verschieden
compare-unsaid = nicht angegeben
compare-warnings = Warnungen
compare-no-warnings = bisher keine
compare-open-label = Karte von { $name } { $born }
compare-no-photo = kein Foto
