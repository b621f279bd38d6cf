## Frame
clear = Wis
more = Toon meer
until = tot { $time }
years = { $n } jaar
quoted = ‘{ $text }’

## Ages and durations
age-unknown = ouderdom onbekend

## Task and purpose
task-end-failed = Niet beëindigd. Probeer opnieuw.
task-done = Controle klaar

## Search
seek-title = Zoeken
seek-none-title = Nog geen vraag
seek-none-text = Het antwoord komt hier, bron per bron.
seek-offline-title = Geen netwerk
seek-offline-text = Een vraag kan pas gesteld worden als het netwerk terug is.
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
ask-new = Nieuwe vraag
ask-label = Wat zoekt u?
ask-placeholder = Naam, plaat…
readings-label = Zo begrepen
query-edit = Pas de vraag aan
query-whole = Toon de hele vraag
query-less = Toon minder
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
verdict-pending-line = Tot nu toe niets: geen groen.
verdict-stopped-line = Gestopt vóór alles binnen was: geen groen.
verdict-green-line = Elke bron die telt, antwoordde.
verdict-still-asking = Nog niet alles geantwoord
to-card = Naar de kaart
verdict-more = + { $n } andere redenen
role-holder = Titularis. Is hij de bestuurder?
verdict-reasons = { $n } redenen
verdict-count = { $answered } van { $asked }
verdict-who = Wie?
verdict-not_found = Niet gevonden
verdict-not_all = Niet alles nagegaan
verdict-pending-running = Nog niet alles
verdict-who-line = { $n } passen: kies er een.
verdict-not_found-line = Geen register kent dit.
verdict-not_found-hint = Kijk cijfers en letters na.
verdict-green-also = Ook nagegaan: { $names }
verdict-green-many = Ook { $n } anderen nagegaan.
verdict-lacks = { $what }: geen groen.
verdict-lacks-all = Niets werd beantwoord: geen groen.
lacks-silent = { $n ->
    [one] 1 antwoord bleef uit
   *[other] { $n } antwoorden bleven uit
}
lacks-closed = { $n } niet gevraagd
lacks-unrun = { $n } niet nagegaan
verdict-one-of = { $n } van { $all }
verdict-whose = { $whose }: { $reason }
to-check = Naar wie is nagegaan
check-why-purpose = Gesloten voor dit doel
check-why-log = Niet nagegaan: het logboek antwoordde niet
check-why-many = { $n } bewoners niet nagegaan
check-residents = Controleer alle { $n } bewoners
check-residents-runs = Alle bewoners worden gecontroleerd
check-why-form = Niet nagegaan: te weinig bekend
check-why-unknown = Niemand bekend
check-nameless = Wie erbij hoort

## Sources of an answer
missing-unrun = Niet nagegaan: geen groen.
missing-reading = Ook zo te lezen, niet gevraagd: tik om te vragen.
missing-besides = Ook stil, telt niet voor het oordeel: { $names }
sources-unrun = niet nagegaan
source-nameless = Bron zonder naam
readings-else = Ook zo te lezen
sources-spoken = Antwoorden: { $answered } van { $asked }, { $silent } stil, { $closed } gesloten voor dit doel, { $unrun } niet nagegaan
meter-of = van
meter-in = binnen
meter-asking = De vraag vertrekt
meter-slow = traag
sources-title = Bronnen
sources-answered = geantwoord
sources-silent = stil
sources-closed = gesloten
source-matters = telt voor het oordeel
source-waiting = antwoordt nog
source-slow = is traag
source-again = Wordt opnieuw gevraagd.
source-closed = Gesloten voor dit doel.
missing-silent = Stil. Geen antwoord is geen ‘niets bekend’.
missing-stopped = Niet afgewacht. Geen antwoord is geen ‘niets bekend’.
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
my-lookups-hint = Zoals het toezicht ze ziet

## Scannen
scan = Scan
readings-several = Hierin staan meerdere dingen: tik aan wat u wilt vragen.
zone-unasked = Nog niet gevraagd van dit document
zone-title = Uit het document
zone-name = Naam
zone-born = Geboren
zone-sex = Geslacht
zone-nationality = Nationaliteit
zone-number = Document
zone-expires = Geldig tot
zone-expired = Dit document is vervallen.
zone-fault = Het controlegetal klopt niet: { $field }. Vergelijk met de kaart.
zone-repaired = Een teken is gekozen op grond van het controlegetal (O of 0, I of 1 …). Vergelijk het nummer met de kaart.
zone-fault-number = documentnummer
zone-fault-birth = geboortedatum
zone-fault-expires = geldigheid
zone-fault-optional = vrij veld
zone-fault-whole = de hele strook
beside-same = Klopt met wat u zei: { $words }
beside-other = Niet teruggevonden: { $words }. De bron zegt: { $known }

## Hits
hit-at = Hit bij { $source }
hit-details = Details opvragen
hit-asking = Wordt opgevraagd…
apart-since = Een collega hield dit apart op { $time }
rejoin = Toch dezelfde

## Sources
health-title = Toestand van de bronnen
health-hint = Wie antwoordt, wie niet, en waarom
