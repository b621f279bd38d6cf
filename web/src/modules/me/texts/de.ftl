menu-me = Geräte, Sprache, meine Abfragen
me-title = Ich
me-language = Sprache
me-theme = Licht
theme-auto = Wie Gerät
theme-light = Tag
theme-dark = Nacht
