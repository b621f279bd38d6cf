# The list
desk-new = Neuer Eintrag
desk-import = Tabelle einlesen
desk-offers = Von Nachbarzonen angeboten
desk-drafts = Entwürfe
desk-items = Einträge
desk-items-none = Keine Einträge mit dieser Auswahl
desk-untitled = Noch ohne Titel
desk-find = Titel, Text oder Nummer
desk-filter = Weitere Auswahl, { $n } gewählt
desk-any = Alle
desk-state = Zustand
desk-author = Verfasst von
desk-until = bis { $at }
desk-not-read = { $n ->
    [one] 1 hat es noch nicht gelesen
   *[other] { $n } haben es noch nicht gelesen
}
desk-unreached = { $n } nicht erreicht
desk-choose = Wählen Sie einen Eintrag
desk-choose-text = Hier schreiben Sie Entwürfe und sehen, wer einen Eintrag gelesen hat und wo etwas gesehen wurde.
desk-gone = Diesen Eintrag gibt es nicht oder er ist nicht für Sie bestimmt

# Writing
desk-by = Begonnen von { $name }
desk-write = Schreiben
desk-preview = So sieht es der Beamte
desk-preview-short = Auf dem Telefon
desk-standing-opening = Wird geöffnet
desk-standing-kept = Gespeichert
desk-standing-changed = Noch nicht gespeichert
desk-standing-saving = Wird gespeichert
desk-standing-apart = Zwei Fassungen
desk-standing-failed = Nicht gespeichert
desk-publish = Veröffentlichen
desk-publish-version = Fassung veröffentlichen
desk-published = { $n ->
    [one] { $number } veröffentlicht für 1 Person
   *[other] { $number } veröffentlicht für { $n } Personen
}
desk-for = Für { $who }
desk-for-nobody = Noch für niemanden bestimmt
desk-drop = Entwurf verwerfen
desk-drop-text = Der Entwurf ist dann weg, auch für Ihre Kollegen.
desk-drop-keep = Behalten
desk-drop-now = Verwerfen
desk-part-what = Was
desk-part-who = Für wen und wie lange
desk-part-about = Über wen oder was
desk-part-where = Wo
desk-part-source = Quelle und Kontakt
desk-field-kind = Art
desk-field-title = Titel
desk-field-expected = Was zu tun ist
desk-field-text = Text
desk-field-language = Sprache des Eintrags
desk-field-priority = Priorität
desk-field-must-read = Pflichtlektüre
desk-field-handling = Wem darf es gezeigt werden
desk-field-audience = Für wen
desk-field-valid-from = Gültig ab
desk-field-valid-to = Gültig bis
desk-field-subjects = Über wen oder was
desk-field-place = Ort
desk-field-area = Gebiet
desk-field-contact = Kontakt
desk-field-source = Wer verlangt es
desk-field-verified-at = Zuletzt geprüft
desk-expected-hint = In einer Zeile: nicht anhalten, auf Abstand folgen
desk-urgent-hint = Wird gemeldet und wiederholt, bis es gelesen ist, nie an jemanden außer Dienst.
desk-must-hint = Jeder bestätigt, dass er es gelesen hat
desk-source-hint = Magistrat, Dienst oder Aktenzeichen
desk-verified-now = Jetzt geprüft
desk-from-now = Ab Veröffentlichung
desk-to-default = Wie Ihre Zone es festlegt
desk-until-tonight = Heute Nacht, 06:00
desk-until-day = 24 Stunden
desk-until-week = 7 Tage
desk-yes = Ja
desk-no = Nein
desk-empty = Nichts angegeben
desk-language-nl = Niederländisch
desk-language-fr = Französisch
desk-language-de = Deutsch
desk-language-en = Englisch

# For whom
desk-whole = Ganze Zone
desk-and-more = { $names } und { $n } weitere
desk-take-away = { $name } entfernen
desk-audience-add = Hinzufügen
desk-audience-any = Dienst, Funktion, Viertel oder Name
desk-audience-persons = Name
desk-audience-none = Nichts gefunden
desk-group-units = Dienst
desk-group-functions = Funktion
desk-group-wards = Viertel
desk-group-persons = Person

# Persons, vehicles, documents, objects
desk-subject-person = Person
desk-subject-vehicle = Fahrzeug
desk-subject-document = Dokument
desk-subject-object = Gegenstand
desk-subject-family-name = Name
desk-subject-given-names = Vornamen
desk-subject-birth-date = Geburtsdatum
desk-subject-national-number = Nationalregisternummer
desk-subject-plate = Kennzeichen
desk-subject-country = Land, zwei Buchstaben
desk-subject-number = Nummer
desk-subject-described = Beschreibung
desk-number-person = Nummer
desk-number-vehicle = Fahrgestellnummer
desk-number-document = Dokumentnummer
desk-number-object = Seriennummer
desk-born = geboren { $date }

# Area
desk-area-show = Zeigen
desk-area-closer = Näher
desk-area-farther = Weiter weg
desk-area-none = Noch kein Gebiet
desk-area-tap = Tippen Sie die Ecken des Gebiets an oder wählen Sie ein Viertel.
desk-area-begun = Noch mindestens eine Ecke: Ein Gebiet hat drei.
desk-area-back = Letzte Ecke weg
desk-area-ward = Dieses Viertel nehmen
desk-area-clear = Kein Gebiet
desk-area-paste = Gebiet einfügen
desk-corners = Gebiet mit { $n } Ecken

# Contact
desk-contact-name = Kontakt
desk-contact-service = Dienst
desk-contact-phone = Telefon
desk-phone-hint = Mit Landesvorwahl: +32 …

# As the officer sees it
desk-preview-version = Fassung { $n }
desk-preview-handling = Behandlung
desk-preview-urgent = Dringend, wiederholt
desk-preview-must = Pflicht
desk-preview-call = Anrufen
desk-preview-seen = Sichtung
desk-preview-read = Gelesen

# Two versions
desk-apart = Ein Kollege hat inzwischen mitgeschrieben
desk-apart-text = Nichts wurde überschrieben. Wählen Sie je Feld, welche Fassung zählt.
desk-side-mine = Ihre
desk-side-theirs = Vom Kollegen
desk-changed-by-mine = von Ihnen geändert
desk-changed-by-theirs = vom Kollegen geändert
desk-changed-by-both = von beiden geändert
desk-undecided = { $n ->
    [one] Noch 1 Feld wählen
   *[other] Noch { $n } Felder wählen
}
desk-decided = Mit dieser Wahl weiter
desk-all-mine = Alles von mir
desk-all-theirs = Alles vom Kollegen
desk-write-on = Meine weiterschreiben

# A published item
desk-item-sub = { $number } · Fassung { $n } · { $at }
desk-read-of = { $read } von { $of } bestätigt
desk-who-not = Wer hat nicht gelesen
desk-valid = Gültig
desk-from-to = { $from } bis { $to }
desk-sightings = Sichtungen
desk-sightings-none = Noch nichts gesehen.
desk-versions = Fassungen
desk-version = Fassung { $n }
desk-origin = Geteilt von { $name }
desk-origin-text = Nur diese Zone ändert es oder gibt es weiter. Hier zurückziehen können Sie es.
desk-revise = Überarbeiten
desk-revise-how = Wie zählt diese Fassung
desk-asks-anew = Neu lesen lassen
desk-minor = Kleine Korrektur
desk-minor-why = Warum eine kleine Korrektur genügt
desk-why = Warum
desk-revised = Fassung { $n } veröffentlicht: Jeder liest neu
desk-revised-minor = Fassung { $n } veröffentlicht, ohne neu zu fragen
desk-revised-kept = Auf diesem Gerät aufbewahrt. Die Fassung geht ab, sobald das Netz zurück ist.
desk-resumed = Sie waren daran. Davon ist noch nichts veröffentlicht.
desk-restart = Neu beginnen
desk-recall = Zurückziehen
desk-recall-text = Der Eintrag verschwindet von allen Geräten. Dort steht nur noch, warum.
desk-recall-shared = { $n ->
    [one] Auch 1 andere Zone erfährt es.
   *[other] Auch { $n } andere Zonen erfahren es.
}
desk-recalled = Eintrag zurückgezogen

# Sharing
desk-share = Teilen
desk-share-text = Jede Zone entscheidet, ob sie es annimmt und für wen. Spätere Fassungen und ein Rückzug folgen von selbst.
desk-share-find = Zone suchen
desk-share-none = Keine anderen Zonen gefunden
desk-share-now = { $n ->
    [one] Mit 1 Zone teilen
   *[other] Mit { $n } Zonen teilen
}
desk-shared = { $n ->
    [one] 1 Zone angeboten
   *[other] { $n } Zonen angeboten
}
desk-shares = Geteilt mit
desk-share-offered = Angeboten
desk-share-accepted = Angenommen
desk-share-declined = Abgelehnt
desk-share-off = Das Briefing ist dort nicht eingeschaltet
desk-share-tried = Nicht erreicht, zuletzt versucht { $at }
desk-share-waiting = Ist unterwegs
desk-share-old = Hat erst Fassung { $n }
desk-share-has = Hat Fassung { $n }
desk-offer-from = { $name } bietet dies an
desk-offer-text = Nehmen Sie es an, folgen spätere Fassungen und ein Rückzug von selbst.
desk-offer-who = Für wen bei Ihnen
desk-offer-gone = Dieses Angebot ist beantwortet oder gilt nicht mehr
desk-accept = Annehmen
desk-decline = Ablehnen
desk-accepted = Angenommen als { $number }
desk-declined = Abgelehnt

# Readers
desk-readers-unread = Nicht gelesen { $n }
desk-readers-unreachable = Nicht erreichbar { $n }
desk-readers-read = Gelesen { $n }
desk-readers-none-unread = Alle Erreichbaren haben es gelesen
desk-readers-none-unreachable = Alle sind erreichbar
desk-readers-none-read = Noch niemand hat es gelesen
desk-readers-asks = Fassung { $version } ist eine kleine Korrektur: Fassung { $n } gelesen genügt.
desk-unreachable-text = Kein Gerät dieser Personen hat in den letzten 24 Stunden den Server erreicht. Sprechen Sie sie selbst an.
desk-reader-name = Name
desk-reader-function = Funktion
desk-reader-read = Gelesen
desk-reader-version = Fassung { $n }, { $at }
desk-reader-never = noch nicht
desk-reader-away = nicht erreichbar

# Import
desk-import-sub = Jede Zeile wird ein Entwurf
desk-import-choose = Datei wählen
desk-import-paste = Oder fügen Sie die Tabelle hier ein
desk-import-columns = Welche Spalten
desk-column-contact-name = Kontakt, Name
desk-column-contact-service = Kontakt, Dienst
desk-column-contact-phone = Kontakt, Telefon
desk-import-look = Prüfen
desk-import-found = { $lines } Zeilen gelesen, { $good } in Ordnung. Noch ist nichts gespeichert.
desk-import-now = { $n ->
    [one] 1 Entwurf anlegen
   *[other] { $n } Entwürfe anlegen
}
desk-imported = { $n ->
    [one] 1 Entwurf angelegt
   *[other] { $n } Entwürfe angelegt
}
desk-imported-text = Sie stehen bei den Entwürfen und sind noch nicht veröffentlicht.

# Roll call
desk-roll-unit = Dienst
desk-roll-own = Für mich
desk-roll-print = Als PDF laden
desk-roll-full = Vollbild
desk-roll-back = Zurück
desk-roll-next = Weiter
desk-roll-place = { $n } von { $of }
desk-roll-as-of = Stand { $at }
desk-roll-silent = kein Kontakt seit { $at }
desk-roll-none = Nichts in Kraft
desk-roll-none-text = Für diesen Dienst steht jetzt nichts im Briefing.
desk-covered = Das Briefing ist verdeckt
desk-covered-text = Kein Kontakt mit dem Server seit { $at }. Was hier stand, kann zurückgezogen sein. Es kommt von selbst zurück.
