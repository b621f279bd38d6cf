today-me = { $name }, meine Angaben
offline-title = Sie arbeiten ohne Netz weiter
offline-text = Stand von vor { $since }. Was Sie tun, geht später von selbst ab.
offline-nothing = Auf diesem Gerät ist noch nichts gespeichert.
