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
lock = Sperren
close = Schließen
back = Zurück
undo = Rückgängig
again = Erneut
change = Ändern
choose = Wählen
since = seit { $time }

## Ages and durations
age-now = jetzt
age-minutes = { $n } Min.
age-hours = { $n } Std.
age-days = { $n } T
age-months = { $n } Mon.
age-years = { $n } J
seconds = { $n } s

## Failures
error-unexpected = Etwas ging schief. Versuchen Sie es erneut.
error-unreachable = Der Server antwortet nicht. Nichts ging ohne Antwort hinaus: versuchen Sie es erneut.
error-sign-in-turned-back = Sie sind bei Ihrer Organisation nicht angemeldet. Versuchen Sie es erneut.
error-sign-in-not-from-here = Diese Anmeldung wurde nicht in diesem Fenster begonnen oder ist schon verwendet. Beginnen Sie neu.

## Emergency
emergency = Notruf
emergency-label = Notruf: eine Sekunde gedrückt halten
emergency-hold = Eine Sekunde gedrückt halten
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
off-map = Karte
off-search = Suche
off-chat = Chat und Kontakte
off-briefing = Briefing
off-checks = Wohnsitz­kontrollen und Auflagen
off-text = In Ihrer Zone noch nicht ein­geschaltet
not-on-map = Die Karte ist in Ihrer Zone noch nicht ein­geschaltet
not-on-map-text = Hier kommen Einsätze, Streifen und Gebiete, auch ohne Netz.
not-on-search = Die Suche ist in Ihrer Zone noch nicht eingeschaltet
not-on-search-text = Hier kommen die Antworten aller Quellen auf eine Frage.
not-on-chat = Der Chat ist in Ihrer Zone noch nicht ein­geschaltet
not-on-chat-text = Hier kommen Gespräche, Kontakte und dringende Nachrichten, von Gerät zu Gerät verschlüsselt.

## Search
ask = Suchen

## Menu and me
lock-now = Jetzt sperren
sign-out = Abmelden

## Door: sign-in, enrolment, lock
sign-in-title = Melden Sie sich an
sign-in-text = Mit dem Passkey dieses Geräts: Finger, Gesicht oder Code.
sign-in-unknown-device = Dieses Gerät ist noch nicht eingetragen. Fragen Sie Ihren Vorgesetzten nach einem Code.
sign-in-revoked = Dieses Gerät wurde außer Dienst gestellt: Sie wurden abgemeldet und alles ist gelöscht. Fragen Sie Ihre Leitung nach einem neuen Code.
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
function-reinforcement = Verstärkung
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

## Follow-up: questions that wait, stops, namesakes, relations
later-erased = Abgemeldet: { $n } Fragen oder Erfassungen, die auf diesem Gerät warteten, wurden gelöscht und nicht gesendet.
