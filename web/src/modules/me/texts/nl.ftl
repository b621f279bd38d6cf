menu-me = Toestellen, taal, mijn opzoekingen
me-title = Ik
me-language = Taal
me-theme = Licht
theme-auto = Zoals toestel
theme-light = Dag
theme-dark = Nacht
