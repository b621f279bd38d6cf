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
lock = Vergrendel
close = Sluit
back = Terug
undo = Ongedaan maken
again = Opnieuw
change = Wijzig
choose = Kies
since = sinds { $time }

## Ages and durations
age-now = nu
age-minutes = { $n } min
age-hours = { $n } u
age-days = { $n } d
age-months = { $n } mnd
age-years = { $n } j
seconds = { $n } s

## Failures
error-unexpected = Er ging iets mis. Probeer opnieuw.
error-unreachable = De server antwoordt niet. Er is niets verstuurd dat niet terugkomt: probeer opnieuw.
error-sign-in-turned-back = U bent niet aangemeld bij uw organisatie. Probeer opnieuw.
error-sign-in-not-from-here = Deze aanmelding is niet in dit venster begonnen, of is al gebruikt. Begin opnieuw.

## Emergency
emergency = Nood
emergency-label = Nood: één seconde ingedrukt houden
emergency-hold = Houd een seconde ingedrukt
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
off-map = Kaart
off-search = Zoeken
off-chat = Chat en contacten
off-briefing = Briefing
off-checks = Woonstcontroles en voorwaarden
off-text = Nog niet aan in uw zone
not-on-map = De kaart staat nog niet aan in uw zone
not-on-map-text = Hier komen incidenten, ploegen en gebieden, ook zonder netwerk.
not-on-search = Zoeken staat nog niet aan in uw zone
not-on-search-text = Hier komen de antwoorden van alle bronnen op één vraag.
not-on-chat = Chat staat nog niet aan in uw zone
not-on-chat-text = Hier komen gesprekken, contacten en dringende berichten, versleuteld van toestel tot toestel.

## Search
ask = Zoek

## Menu and me
lock-now = Vergrendel nu
sign-out = Meld af

## Door: sign-in, enrolment, lock
sign-in-title = Meld u aan
sign-in-text = Met de toegangssleutel van dit toestel: vinger, gezicht of pincode.
sign-in-unknown-device = Dit toestel is nog niet ingeschreven. Vraag een code aan uw leidinggevende.
sign-in-revoked = Dit toestel is uit gebruik genomen: u werd afgemeld en alles is gewist. Vraag een nieuwe code aan uw leidinggevende.
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
function-reinforcement = Versterking
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

## Follow-up: questions that wait, stops, namesakes, relations
later-erased = Afgemeld: { $n } vragen of registraties die op dit toestel wachtten, zijn gewist en niet verstuurd.
