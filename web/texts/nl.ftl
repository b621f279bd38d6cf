# The shell's texts. Short, the officer's own words; verb first on buttons.

## Frame
skip = Naar de inhoud
pane-list = Lijst
pane-detail = Detail
tabs-label = Hoofdmenu
tab-today = Vandaag
tab-map = Kaart
tab-search = Zoek
tab-chat = Chat
tab-menu = Menu
online = Verbonden
offline = Geen netwerk
connection-online = De server antwoordde het laatst om { $at }.
connection-offline = Geen verbinding sinds { $since }. De app probeert het zelf opnieuw.
connection-last = Laatste antwoord: { $at }.
connection-never = Nog geen antwoord sinds de app open is.
lock = Vergrendel
close = Sluit
back = Terug
undo = Herstel
again = Opnieuw
change = Wijzig
choose = Kies
clear = Wis
more = Toon meer
since = sinds { $time }
until = tot { $time }
years = { $n } jaar
quoted = ‘{ $text }’

## Ages and durations
age-now = nu
age-minutes = { $n } min
age-hours = { $n } u
age-days = { $n } d
age-months = { $n } mnd
age-years = { $n } j
age-unknown = ouderdom onbekend
seconds = { $n } s

## Failures
error-unexpected = Er ging iets mis. Probeer opnieuw.
error-unreachable = De server antwoordt niet. Er is niets verstuurd dat niet terugkomt: probeer opnieuw.
error-sign-in-turned-back = U bent niet aangemeld bij uw organisatie. Probeer opnieuw.
error-sign-in-not-from-here = Deze aanmelding is niet in dit venster begonnen, of is al gebruikt. Begin opnieuw.

## Emergency
emergency = Nood
emergency-label = Nood: één seconde ingedrukt houden
emergency-title = Noodoproep
emergency-text = Deze knop stuurt nog geen alarm naar uw ploeg of de meldkamer. Bel of gebruik uw radio.
emergency-101 = Bel 101, politie
emergency-112 = Bel 112, brandweer en ambulance
emergency-radio = De noodknop van uw radio werkt altijd, ook zonder deze app.

## App
update-title = Nieuwe versie klaar
update-text = Ze wordt pas gebruikt als u herlaadt.
update-now = Herlaad
install-title = Zet FOCUS op uw scherm
install-text = De app opent dan zonder netwerk en de browser wist niets.
install-ios = Tik op Deel en kies ‘Zet op beginscherm’. Anders wist Safari de app na zeven dagen.
install-now = Installeer
install-later = Later

## Today
today-me = { $name }, mijn gegevens
today-off = Staat nog niet aan
off-map = Kaart
off-chat = Chat en contacten
off-briefing = Briefing
off-checks = Woonstcontroles en voorwaarden
off-text = Nog niet aan in uw zone
offline-title = U werkt verder zonder netwerk
offline-text = Dit is de toestand van vóór { $since }. Opzoeken kan pas als het netwerk terug is.
offline-nothing = Op dit toestel staat nog niets bewaard. Opzoeken kan pas als het netwerk terug is.
not-on-map = De kaart staat nog niet aan in uw zone
not-on-map-text = Hier komen incidenten, ploegen en gebieden, ook zonder netwerk.
not-on-chat = Chat staat nog niet aan in uw zone
not-on-chat-text = Hier komen gesprekken, contacten en dringende berichten, versleuteld van toestel tot toestel.

## Task and purpose
task-none = Geen lopende taak
task-none-text = Met een taak draagt elke opzoeking vanzelf haar doel en referentie.
task-start = Start een taak
task-start-now = Start
task-kind = Soort taak
task-kind-control = Controle
task-kind-incident = Incident
task-kind-case = Dossier
task-kind-check = Woonst
task-mine-control = Mijn controle
task-mine-incident = Mijn incident
task-mine-case = Mijn dossier
task-mine-check = Mijn woonstcontrole
task-reference-own = Referentie
task-reference-auto = vanzelf genummerd
task-title = Omschrijving
task-title-hint = Verkeerscontrole Stationsplein
task-end = Beëindig
task-ended = { $reference } beëindigd
task-end-failed = Niet beëindigd. Probeer opnieuw.
task-done = Controle klaar
purpose-none = Nog geen doel gekozen
purpose-title = Waarom zoekt u dit op?
purpose-change = Wijzig het doel
purpose-choose = Kies het doel
purpose-needs-reference = met referentie
purpose-reference = Referentie
purpose-reference-optional = Referentie (mag leeg)
purpose-reason = Reden
purpose-reason-optional = Reden (mag leeg)
purpose-reason-hint = Melding van een buur
purpose-logged = Doel en reden staan in het logboek, vóór er iets op het scherm komt.
purpose-task = Terug naar { $reference }
purpose-task-text = Doel van uw lopende taak
purpose-use = Gebruik dit doel

## Search
seek-title = Zoeken
seek-none-title = Nog geen vraag
seek-none-text = Het antwoord komt hier, bron per bron.
seek-offline-title = Geen netwerk
seek-offline-text = Opzoeken kan pas als de server weer antwoordt.
my-lookups = Mijn opzoekingen
recent = Laatst opgezocht
recent-in-task = Eerder in deze taak
kinds-title = Eén veld begrijpt alles
kinds-name = Naam
kinds-name-hint = datum mag
kinds-plate = Nummerplaat
kinds-plate-hint = ook buitenlands
kinds-document = Document, eID
kinds-document-hint = of de MRZ
kinds-address = Adres
kinds-address-hint = straat, nummer
kinds-phone = Telefoon
kinds-phone-hint = elke schrijfwijze
kinds-other = Chassis, KBO
kinds-other-hint = of serienummer
sources-open = { $open } van { $all } bronnen open
sources-open-hint = Welke, en waarom niet
ask = Zoek
ask-new = Nieuwe vraag
ask-label = Wat zoekt u?
ask-placeholder = Naam, plaat, adres…
readings-label = Zo begrepen
readings-hint = Anders bedoeld? Kies een andere lezing of pas de vraag aan.
query-edit = Pas de vraag aan
reading-plate = Nummerplaat
reading-plate-be = Belgische plaat
reading-plate-foreign = Buitenlandse plaat
reading-national_number = Rijksregisternummer
reading-bis_number = BIS-nummer
reading-document = Document
reading-vin = Chassisnummer
reading-company = Ondernemingsnummer
reading-phone = Telefoon
reading-name = Naam
reading-name_birth = Naam en datum
reading-address = Adres
reading-object = Serienummer
reading-pv = PV-nummer

## Verdict
verdict-wanted = Gezocht
verdict-stolen = Gestolen
verdict-danger = Gevaar
verdict-breach = Geschonden
verdict-attention = Let op
verdict-nothing = Niets
verdict-incomplete = Onvolledig
verdict-pending = Nog niet alles
verdict-pending-running = Nog niet alles geantwoord
verdict-pending-line = Tot nu toe niets: geen groen.
verdict-stopped-line = Gestopt vóór alles binnen was: geen groen.
verdict-silent-line = { $n ->
    [one] Eén bron die telt, bleef stil: geen groen.
   *[other] { $n } bronnen die tellen, bleven stil: geen groen.
}
verdict-incomplete-line = Niet elke bron die telt, heeft geantwoord.
verdict-green-line = Elke bron die telt, antwoordde.
verdict-still-asking = Nog niet alles geantwoord
to-card = Naar de kaart
verdict-more = + { $n } andere redenen
role-holder = Titularis. Is hij de bestuurder?
verdict-holder = Titularis: { $reason }
verdict-reasons = { $n } redenen
verdict-count = { $answered } van { $asked }

## Sources of an answer
meter-of = van
meter-in = binnen
meter-asking = De vraag vertrekt
meter-slow = traag
sources-title = Bronnen
sources-answered = geantwoord
sources-silent = stil
sources-closed = gesloten
sources-spoken = Bronnen: { $answered } van { $asked } geantwoord, { $silent } stil, { $closed } gesloten voor dit doel
source-state-asked = Antwoordt nog
source-state-slow = Traag
source-state-answered = Geantwoord
source-state-empty = Niets gevonden
source-state-silent = Stil, geen antwoord
source-state-failed = Onleesbaar antwoord
source-state-cancelled = Niet afgewacht
source-state-closed = Gesloten voor dit doel
source-state-unsuited = Kan deze vraag niet aan
source-records = { $n ->
    [one] 1 gegeven
   *[other] { $n } gegevens
}
source-matters = telt voor het oordeel
source-waiting = antwoordt nog
source-slow = is traag
source-again = Wordt opnieuw gevraagd.
source-closed = Gesloten voor dit doel.
again-source = Opnieuw: { $source }
again-all = Vraag alle { $n } opnieuw
missing-silent = Stil. Geen antwoord is geen ‘niets bekend’.
missing-stopped = Niet afgewacht. Geen antwoord is geen ‘niets bekend’.
names-more = { $names } en { $n } andere
results-no-cards = Geen gegevens van de bronnen die antwoordden.
stop = Stop zoeken
card-all = Alle { $n } gegevens
card-fewer = Minder gegevens
card-photo = Foto
split = Splits
split-person = Niet hij
split-label = { $undo }: { $title }
split-title = Wat hoort er niet bij?
split-text = De bron die u kiest, krijgt een eigen kaart. Uw keuze komt in het logboek.
split-done = Gesplitst

## Menu and me
menu-me = Toestellen, taal, mijn opzoekingen
menu-none = Uw zone zette nog geen modules aan voor uw functie.
me-title = Ik
me-language = Taal
me-theme = Licht
theme-auto = Zoals toestel
theme-light = Dag
theme-dark = Nacht
me-devices = Mijn toestellen
me-sessions = Mijn sessies
device-here = Dit toestel
device-enrolled = Ingeschreven { $at }
device-revoke = Trek in
device-revoke-label = Trek in: { $name }
device-revoke-title = { $name } intrekken?
device-revoke-text = Dat toestel verliest de server meteen. Het kan alleen terug met een nieuwe code van uw leidinggevende.
device-revoked = { $name } ingetrokken
session-here = Deze sessie
session-locked = Vergrendeld op een ander toestel
session-other = Open op een ander toestel
session-times = van { $from } tot { $to }
lock-now = Vergrendel nu
lock-hint = Vanzelf na { $n } min zonder aanraking
sign-out = Meld af
my-lookups-hint = Zoals het toezicht ze ziet
my-lookups-as-seen = Zoals het toezicht ze ziet
my-lookups-none = Nog geen opzoekingen
my-lookups-none-text = Elke opzoeking komt hier met haar doel, bronnen en oordeel.
log-sources = { $answered } van { $asked } bronnen antwoordden
log-silent = { $n } stil
log-closed = { $n } gesloten

## Door: sign-in, enrolment, lock
sign-in-title = Meld u aan
sign-in-text = Met de toegangssleutel van dit toestel: vinger, gezicht of pincode.
sign-in-unknown-device = Dit toestel is nog niet ingeschreven. Vraag een code aan uw leidinggevende.
sign-in-no-passkeys = Deze browser kent geen toegangssleutels. Gebruik een recente Chrome, Edge, Firefox of Safari.
sign-in-now = Meld aan
sign-in-choose = In welke functie werkt u nu?
sign-in-organisation = Aanmelden via uw organisatie
sign-in-organisation-code = Code van uw organisatie
sign-in-organisation-go = Ga verder bij uw organisatie
sign-in-organisation-unknown = Dat kan pas als dit toestel ingeschreven is. Vraag een code aan uw leidinggevende.
enrol-start = Schrijf dit toestel in
enrol-title = Schrijf dit toestel in
enrol-text = De code van uw leidinggevende is tien minuten geldig en werkt één keer.
enrol-code = Code
enrol-name = Naam van dit toestel
enrol-name-phone = Diensttelefoon
enrol-name-desk = Bureau
enrol-now = Schrijf in
enrol-back = Terug naar aanmelden
enrol-done = Toestel ingeschreven
enrol-done-text = Vanaf nu meldt u zich hier aan met uw toegangssleutel.
demo-title = Demonstratie: ga verder als
demo-find = Zoek een naam of dienst
demo-nobody = Niemand heet zo.
demo-text = Alle personen en gegevens zijn verzonnen.
locked-title = Vergrendeld
locked-text = Er staat niets meer op het scherm of in het geheugen.
locked-by = { $name }, toon dat u het bent.
locked-offline = Ontgrendelen kan pas als de server weer antwoordt.
unlock = Ontgrendel
step-up-title = Toon dat u het bent
step-up-text = Voor deze handeling vraagt de app uw toegangssleutel opnieuw.
step-up-now = Bevestig

## Functions that an organisation starts with; it may have others of its own
function-officer = Politieambtenaar
function-ward_officer = Wijkinspecteur
function-shift_leader = Dienstleider
function-information_desk = Lokaal informatiekruispunt
function-dispatcher = Operator meldkamer
function-zone_administrator = Zonebeheerder
function-administrator = Beheerder
function-federal_support = Federale ondersteuning
function-dpo = Functionaris voor gegevensbescherming
function-oversight = Toezichthouder
function-prosecutor = Parketmagistraat
function-judge = Rechter
function-justice_assistant = Justitieassistent
function-population_clerk = Medewerker bevolking
