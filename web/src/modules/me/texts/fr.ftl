menu-me = Appareils, langue, mes recherches
me-title = Moi
me-language = Langue
me-theme = Lumière
theme-auto = Appareil
theme-light = Jour
theme-dark = Nuit
