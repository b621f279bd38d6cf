## Frame
clear = Löschen
more = Mehr zeigen
until = bis { $time }
years = { $n } Jahre
quoted = „{ $text }“

## Ages and durations
age-unknown = Alter unbekannt

## Task and purpose
task-end-failed = Nicht beendet. Versuchen Sie es erneut.
task-done = Kontrolle fertig

## Search
seek-title = Suche
seek-none-title = Noch keine Frage
seek-none-text = Die Antwort kommt hierher, Quelle für Quelle.
seek-offline-title = Kein Netz
seek-offline-text = Eine Frage kann erst gestellt werden, wenn das Netz zurück ist.
my-lookups = Meine Abfragen
recent = Zuletzt abgefragt
recent-in-task = Früher in dieser Aufgabe
kinds-title = Ein Feld versteht alles
kinds-name = Name
kinds-name-hint = auch mit Datum
kinds-plate = Kenn­zeichen
kinds-plate-hint = auch fremde
kinds-document = Ausweis, eID
kinds-document-hint = oder die MRZ
kinds-address = Adresse
kinds-address-hint = Straße, Nummer
kinds-phone = Telefon
kinds-phone-hint = jede Schreibweise
kinds-other = Fahrgestell, ZUD
kinds-other-hint = oder Serien­nummer
sources-open = { $open } von { $all } Quellen offen
sources-open-hint = Welche, und warum nicht
ask-new = Neue Frage
ask-label = Was suchen Sie?
ask-placeholder = Name, Nummer…
readings-label = So verstanden
query-edit = Frage ändern
query-whole = Ganze Frage zeigen
query-less = Weniger zeigen
reading-plate = Kennzeichen
reading-plate-be = Belgisches Kenn­zeichen
reading-plate-foreign = Fremdes Kenn­zeichen
reading-national_number = National­register­nummer
reading-bis_number = BIS-Nummer
reading-document = Ausweis
reading-vin = Fahrgestell­nummer
reading-company = Unternehmens­nummer
reading-phone = Telefon
reading-name = Name
reading-name_birth = Name und Datum
reading-address = Adresse
reading-object = Seriennummer
reading-pv = Protokoll­nummer

## Verdict
verdict-wanted = Gesucht
verdict-stolen = Gestohlen
verdict-danger = Gefahr
verdict-breach = Verstoß
verdict-attention = Achtung
verdict-nothing = Nichts
verdict-incomplete = Un­voll­ständig
verdict-pending-line = Bisher nichts: kein Grün.
verdict-stopped-line = Vor dem Ende gestoppt: kein Grün.
verdict-green-line = Jede Quelle, die zählt, hat geantwortet.
verdict-still-asking = Noch nicht alles da
to-card = Zur Karte
verdict-more = + { $n } weitere Gründe
role-holder = Inhaber. Ist er der Fahrer?
verdict-reasons = { $n } Gründe
verdict-count = { $answered } von { $asked }
verdict-who = Wer?
verdict-not_found = Nicht gefunden
verdict-not_all = Nicht alles geprüft
verdict-pending-running = Noch nicht alles
verdict-who-line = { $n } passen: wählen Sie.
verdict-not_found-line = Kein Register kennt das.
verdict-not_found-hint = Ziffern und Buchstaben prüfen.
verdict-green-also = Auch geprüft: { $names }
verdict-green-many = Auch { $n } andere geprüft.
verdict-lacks = { $what }: kein Grün.
verdict-lacks-all = Nichts wurde beantwortet: kein Grün.
lacks-silent = { $n ->
    [one] 1 Antwort blieb aus
   *[other] { $n } Antworten blieben aus
}
lacks-closed = { $n } nicht gefragt
lacks-unrun = { $n } nicht geprüft
verdict-one-of = { $n } von { $all }
verdict-whose = { $whose }: { $reason }
to-check = Zur geprüften Person
check-why-purpose = Für diesen Zweck geschlossen
check-why-log = Nicht geprüft: das Protokoll antwortete nicht
check-why-many = { $n } Bewohner nicht geprüft
check-residents = Alle { $n } Bewohner prüfen
check-residents-runs = Alle Bewohner werden geprüft
check-why-form = Nicht geprüft: zu wenig bekannt
check-why-unknown = Niemand bekannt
check-nameless = Wer dazugehört

## Sources of an answer
missing-unrun = Nicht geprüft: kein Grün.
missing-reading = Auch so zu lesen, nicht gefragt: zum Fragen antippen.
missing-besides = Auch still, zählt nicht für das Urteil: { $names }
sources-unrun = nicht geprüft
source-nameless = Quelle ohne Namen
readings-else = Auch so zu lesen
sources-spoken = Antworten: { $answered } von { $asked }, { $silent } still, { $closed } für diesen Zweck geschlossen, { $unrun } nicht geprüft
meter-of = von
meter-in = da
meter-asking = Die Frage geht hinaus
meter-slow = langsam
sources-title = Quellen
sources-answered = { $n ->
    [one] Antwort
   *[other] Antworten
}
sources-silent = still
sources-closed = zu
source-matters = zählt für das Urteil
source-waiting = antwortet noch
source-slow = ist langsam
source-again = Wird erneut gefragt.
source-closed = Für diesen Zweck geschlossen.
missing-silent = Still. Keine Antwort heißt nicht „nichts bekannt“.
missing-stopped = Nicht abgewartet. Keine Antwort heißt nicht „nichts bekannt“.
results-no-cards = Keine Angaben der Quellen, die antworteten.
stop = Suche stoppen
card-all = Alle { $n } Angaben
card-fewer = Weniger Angaben
card-photo = Foto
split = Trennen
split-person = Nicht er
split-label = { $undo }: { $title }
split-title = Was gehört nicht dazu?
split-text = Die gewählte Quelle bekommt eine eigene Karte. Ihre Wahl steht im Protokoll.
split-done = Getrennt

## Menu and me
my-lookups-hint = Wie die Aufsicht sie sieht

## Scannen
scan = Scannen
readings-several = Hierin stehen mehrere Dinge: tippen Sie an, was Sie fragen wollen.
zone-unasked = Von diesem Dokument noch nicht gefragt
zone-title = Aus dem Dokument
zone-name = Name
zone-born = Geboren
zone-sex = Geschlecht
zone-nationality = Staatsangehörigkeit
zone-number = Dokument
zone-expires = Gültig bis
zone-expired = Dieses Dokument ist abgelaufen.
zone-fault = Die Prüfziffer stimmt nicht: { $field }. Vergleichen Sie mit der Karte.
zone-repaired = Ein Zeichen wurde nach der Prüfziffer gewählt (O oder 0, I oder 1 …). Vergleichen Sie die Nummer mit der Karte.
zone-fault-number = Dokumentnummer
zone-fault-birth = Geburtsdatum
zone-fault-expires = Gültigkeit
zone-fault-optional = freies Feld
zone-fault-whole = alle Zeilen
beside-same = Stimmt mit Ihrer Angabe überein: { $words }
beside-other = Nicht wiedergefunden: { $words }. Die Quelle sagt: { $known }

## Hits
hit-at = Treffer bei { $source }
hit-details = Einzelheiten abfragen
hit-asking = Wird abgefragt …
apart-since = Ein Kollege hat dies am { $time } getrennt
rejoin = Doch dieselbe Person

## Sources
health-title = Zustand der Quellen
health-hint = Wer antwortet, wer nicht, und warum
