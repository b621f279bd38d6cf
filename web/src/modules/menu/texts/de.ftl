menu-none = Ihre Zone hat für Ihre Funktion noch keine Module ein­geschaltet.
lock-hint = Von selbst nach { $n } Min. ohne Berührung
