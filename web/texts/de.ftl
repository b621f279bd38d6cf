# Die Texte des Rahmens. Kurz, in den Worten des Dienstes; auf Knöpfen das Verb.

## Frame
skip = Zum Inhalt
pane-list = Liste
pane-detail = Einzelheiten
tabs-label = Hauptmenü
tab-today = Heute
tab-map = Karte
tab-search = Suche
tab-chat = Chat
tab-menu = Menü
online = Verbunden
offline = Kein Netz
connection-online = Der Server antwortete zuletzt um { $at }.
connection-offline = Keine Verbindung seit { $since }. Die App versucht es von selbst wieder.
connection-last = Letzte Antwort: { $at }.
connection-never = Noch keine Antwort, seit die App offen ist.
lock = Sperren
close = Schließen
back = Zurück
undo = Rückgängig
again = Erneut
change = Ändern
choose = Wählen
clear = Löschen
more = Mehr zeigen
since = seit { $time }
until = bis { $time }
years = { $n } Jahre
quoted = „{ $text }“

## Ages and durations
age-now = jetzt
age-minutes = { $n } Min.
age-hours = { $n } Std.
age-days = { $n } T
age-months = { $n } Mon.
age-years = { $n } J
age-unknown = Alter unbekannt
seconds = { $n } s

## Failures
error-unexpected = Etwas ging schief. Versuchen Sie es erneut.
error-unreachable = Der Server antwortet nicht. Nichts ging ohne Antwort hinaus: versuchen Sie es erneut.
error-sign-in-turned-back = Sie sind bei Ihrer Organisation nicht angemeldet. Versuchen Sie es erneut.
error-sign-in-not-from-here = Diese Anmeldung wurde nicht in diesem Fenster begonnen oder ist schon verwendet. Beginnen Sie neu.

## Emergency
emergency = Notruf
emergency-label = Notruf: eine Sekunde gedrückt halten
emergency-title = Notruf
emergency-text = Dieser Knopf sendet noch keinen Alarm an Ihre Streife oder die Leit­stelle. Rufen Sie an oder nutzen Sie Ihr Funk­gerät.
emergency-101 = 101 anrufen, Polizei
emergency-112 = 112 anrufen, Feuerwehr und Rettung
emergency-radio = Die Nottaste Ihres Funk­geräts geht immer, auch ohne diese App.

## App
update-title = Neue Version bereit
update-text = Sie gilt erst, wenn Sie neu laden.
update-now = Neu laden
install-title = FOCUS auf Ihren Bildschirm
install-text = Die App öffnet dann ohne Netz, und der Browser löscht nichts.
install-ios = Tippen Sie auf Teilen und „Zum Home-Bildschirm“. Sonst löscht Safari die App nach sieben Tagen.
install-now = Installieren
install-later = Später

## Today
today-me = { $name }, meine Angaben
today-off = Noch nicht ein­geschaltet
off-map = Karte
off-chat = Chat und Kontakte
off-briefing = Briefing
off-checks = Wohnsitz­kontrollen und Auflagen
off-text = In Ihrer Zone noch nicht ein­geschaltet
offline-title = Sie arbeiten ohne Netz weiter
offline-text = Das ist der Stand von vor { $since }. Abfragen gehen erst wieder mit Netz.
offline-nothing = Auf diesem Gerät ist noch nichts bewahrt. Abfragen gehen erst wieder mit Netz.
not-on-map = Die Karte ist in Ihrer Zone noch nicht ein­geschaltet
not-on-map-text = Hier kommen Einsätze, Streifen und Gebiete, auch ohne Netz.
not-on-chat = Der Chat ist in Ihrer Zone noch nicht ein­geschaltet
not-on-chat-text = Hier kommen Gespräche, Kontakte und dringende Nachrichten, von Gerät zu Gerät verschlüsselt.

## Task and purpose
task-none = Keine laufende Aufgabe
task-none-text = Mit einer Aufgabe trägt jede Abfrage von selbst Zweck und Bezug.
task-start = Aufgabe beginnen
task-start-now = Beginnen
task-kind = Art der Aufgabe
task-kind-control = Kontrolle
task-kind-incident = Einsatz
task-kind-case = Akte
task-kind-check = Wohnsitz
task-mine-control = Meine Kontrolle
task-mine-incident = Mein Einsatz
task-mine-case = Meine Akte
task-mine-check = Meine Wohnsitz­kontrolle
task-reference-own = Bezug
task-reference-auto = von selbst nummeriert
task-title = Beschreibung
task-title-hint = Verkehrskontrolle Bahnhofsplatz
task-end = Beenden
task-ended = { $reference } beendet
task-end-failed = Nicht beendet. Versuchen Sie es erneut.
task-done = Kontrolle fertig
purpose-none = Noch kein Zweck gewählt
purpose-title = Wozu diese Abfrage?
purpose-change = Zweck ändern
purpose-choose = Zweck wählen
purpose-needs-reference = mit Bezug
purpose-reference = Bezug
purpose-reference-optional = Bezug (freiwillig)
purpose-reason = Grund
purpose-reason-optional = Grund (freiwillig)
purpose-reason-hint = Hinweis eines Nachbarn
purpose-logged = Zweck und Grund stehen im Protokoll, bevor etwas erscheint.
purpose-task = Zurück zu { $reference }
purpose-task-text = Zweck Ihrer laufenden Aufgabe
purpose-use = Diesen Zweck nutzen

## Search
seek-title = Suche
seek-none-title = Noch keine Frage
seek-none-text = Die Antwort kommt hierher, Quelle für Quelle.
seek-offline-title = Kein Netz
seek-offline-text = Abfragen gehen erst, wenn der Server wieder antwortet.
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
ask = Suchen
ask-new = Neue Frage
ask-label = Was suchen Sie?
ask-placeholder = Name, Kennzeichen…
readings-label = So verstanden
readings-hint = Anders gemeint? Wählen Sie eine andere Lesart oder ändern Sie die Frage.
query-edit = Frage ändern
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
verdict-pending = Un­voll­ständig
verdict-pending-running = Noch nicht alles da
verdict-pending-line = Bisher nichts: kein Grün.
verdict-stopped-line = Vor dem Ende gestoppt: kein Grün.
verdict-silent-line = { $n ->
    [one] Eine Quelle, die zählt, schweigt: kein Grün.
   *[other] { $n } Quellen, die zählen, schweigen: kein Grün.
}
verdict-incomplete-line = Nicht jede Quelle, die zählt, hat geantwortet.
verdict-green-line = Jede Quelle, die zählt, hat geantwortet.
verdict-still-asking = Noch nicht alles da
to-card = Zur Karte
verdict-more = + { $n } weitere Gründe
role-holder = Inhaber. Ist er der Fahrer?
verdict-holder = Inhaber: { $reason }
verdict-reasons = { $n } Gründe
verdict-count = { $answered } von { $asked }

## Sources of an answer
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
sources-spoken = Quellen: { $answered } von { $asked } haben geantwortet, { $silent } still, { $closed } für diesen Zweck geschlossen
source-state-asked = Antwortet noch
source-state-slow = Langsam
source-state-answered = Hat geantwortet
source-state-empty = Nichts gefunden
source-state-silent = Still, keine Antwort
source-state-failed = Antwort nicht lesbar
source-state-cancelled = Nicht abgewartet
source-state-closed = Für diesen Zweck geschlossen
source-state-unsuited = Kann diese Frage nicht
source-records = { $n ->
    [one] 1 Angabe
   *[other] { $n } Angaben
}
source-matters = zählt für das Urteil
source-waiting = antwortet noch
source-slow = ist langsam
source-again = Wird erneut gefragt.
source-closed = Für diesen Zweck geschlossen.
again-source = Erneut: { $source }
again-all = Alle { $n } erneut fragen
missing-silent = Still. Keine Antwort heißt nicht „nichts bekannt“.
missing-stopped = Nicht abgewartet. Keine Antwort heißt nicht „nichts bekannt“.
names-more = { $names } und { $n } weitere
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
menu-me = Geräte, Sprache, meine Abfragen
menu-none = Ihre Zone hat für Ihre Funktion noch keine Module ein­geschaltet.
me-title = Ich
me-language = Sprache
me-theme = Licht
theme-auto = Wie Gerät
theme-light = Tag
theme-dark = Nacht
me-devices = Meine Geräte
me-sessions = Meine Sitzungen
device-here = Dieses Gerät
device-enrolled = Eingetragen { $at }
device-revoke = Entziehen
device-revoke-label = Entziehen: { $name }
device-revoke-title = { $name } entziehen?
device-revoke-text = Dieses Gerät verliert den Server sofort. Zurück kommt es nur mit einem neuen Code Ihres Vorgesetzten.
device-revoked = { $name } entzogen
session-here = Diese Sitzung
session-locked = Gesperrt auf einem anderen Gerät
session-other = Offen auf einem anderen Gerät
session-times = von { $from } bis { $to }
lock-now = Jetzt sperren
lock-hint = Von selbst nach { $n } Min. ohne Berührung
sign-out = Abmelden
my-lookups-hint = Wie die Aufsicht sie sieht
my-lookups-as-seen = Wie die Aufsicht sie sieht
my-lookups-none = Noch keine Abfragen
my-lookups-none-text = Jede Abfrage kommt hierher mit Zweck, Quellen und Urteil.
log-sources = { $answered } von { $asked } Quellen antworteten
log-silent = { $n } still
log-closed = { $n } geschlossen

## Door: sign-in, enrolment, lock
sign-in-title = Melden Sie sich an
sign-in-text = Mit dem Passkey dieses Geräts: Finger, Gesicht oder Code.
sign-in-unknown-device = Dieses Gerät ist noch nicht eingetragen. Fragen Sie Ihren Vorgesetzten nach einem Code.
sign-in-no-passkeys = Dieser Browser kennt keine Passkeys. Nutzen Sie einen neuen Chrome, Edge, Firefox oder Safari.
sign-in-now = Anmelden
sign-in-choose = In welcher Funktion arbeiten Sie jetzt?
sign-in-organisation = Über Ihre Organisation anmelden
sign-in-organisation-code = Code Ihrer Organisation
sign-in-organisation-go = Weiter bei Ihrer Organisation
sign-in-organisation-unknown = Das geht erst, wenn dieses Gerät eingeschrieben ist. Bitten Sie Ihren Vorgesetzten um einen Code.
enrol-start = Dieses Gerät eintragen
enrol-title = Dieses Gerät eintragen
enrol-text = Der Code Ihres Vorgesetzten gilt zehn Minuten und einmal.
enrol-code = Code
enrol-name = Name dieses Geräts
enrol-name-phone = Diensttelefon
enrol-name-desk = Schreibtisch
enrol-now = Eintragen
enrol-back = Zurück zur Anmeldung
enrol-done = Gerät eingetragen
enrol-done-text = Ab jetzt melden Sie sich hier mit Ihrem Passkey an.
demo-title = Vorführung: weiter als
demo-find = Name oder Dienststelle suchen
demo-nobody = Niemand heißt so.
demo-text = Alle Personen und Angaben sind erfunden.
locked-title = Gesperrt
locked-text = Nichts steht mehr auf dem Bildschirm oder im Speicher.
locked-by = { $name }, zeigen Sie, dass Sie es sind.
locked-offline = Entsperren geht erst, wenn der Server wieder antwortet.
unlock = Entsperren
step-up-title = Zeigen Sie, dass Sie es sind
step-up-text = Für diese Handlung fragt die App Ihren Passkey erneut.
step-up-now = Bestätigen

## Functions that an organisation starts with; it may have others of its own
function-officer = Polizeibeamter
function-ward_officer = Bezirks­inspektor
function-shift_leader = Dienstgruppen­leiter
function-information_desk = Lokale Informations­stelle
function-dispatcher = Disponent
function-zone_administrator = Zonen­verwalter
function-administrator = Verwalter
function-federal_support = Föderale Unterstützung
function-dpo = Datenschutz­beauftragter
function-oversight = Kontroll­organ
function-prosecutor = Staatsanwalt
function-judge = Richter
function-justice_assistant = Justiz­assistent
function-population_clerk = Sachbearbeiter Bevölkerung
