compare-born = Geboren
compare-sex = Geslacht
compare-differs = verschilt
compare-unsaid = niet gezegd
compare-warnings = Waarschuwingen
compare-no-warnings = tot nu geen
compare-open-label = Kaart van { $name } { $born }
compare-no-photo = geen foto
