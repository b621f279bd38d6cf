today-me = { $name }, meine Angaben
offline-title = Sie arbeiten ohne Netz weiter
offline-text = Das ist der Stand von vor { $since }. Abfragen gehen erst wieder mit Netz.
offline-nothing = Auf diesem Gerät ist noch nichts bewahrt. Abfragen gehen erst wieder mit Netz.
