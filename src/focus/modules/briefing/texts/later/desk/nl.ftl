# The list
desk-new = Nieuw item
desk-import = Lees in uit een tabel
desk-offers = Aangeboden door buurzones
desk-drafts = Ontwerpen
desk-items = Items
desk-items-none = Geen items met deze keuze
desk-untitled = Nog geen titel
desk-find = Titel, tekst of nummer
desk-filter = Meer keuzes, { $n } gekozen
desk-any = Alle
desk-state = Toestand
desk-author = Opgesteld door
desk-until = tot { $at }
desk-not-read = { $n ->
    [one] 1 las dit nog niet
   *[other] { $n } lazen dit nog niet
}
desk-unreached = { $n } niet bereikt
desk-choose = Kies een item
desk-choose-text = Hier schrijft u ontwerpen, en volgt u op wie een item las en waar iets gezien werd.
desk-gone = Dit item bestaat niet of is niet voor u bestemd

# Writing
desk-by = Begonnen door { $name }
desk-write = Schrijf
desk-preview = Zo ziet de agent het
desk-preview-short = Op de telefoon
desk-standing-opening = Wordt geopend
desk-standing-kept = Bewaard
desk-standing-changed = Nog niet bewaard
desk-standing-saving = Wordt bewaard
desk-standing-apart = Twee versies
desk-standing-failed = Niet bewaard
desk-publish = Publiceer
desk-publish-version = Publiceer versie
desk-published = { $n ->
    [one] { $number } gepubliceerd voor 1 persoon
   *[other] { $number } gepubliceerd voor { $n } personen
}
desk-for = Voor { $who }
desk-for-nobody = Nog voor niemand bestemd
desk-drop = Gooi het ontwerp weg
desk-drop-text = Het ontwerp is dan weg, ook voor uw collega’s.
desk-drop-keep = Hou het
desk-drop-now = Gooi weg
desk-part-what = Wat
desk-part-who = Voor wie en hoe lang
desk-part-about = Over wie of wat
desk-part-where = Waar
desk-part-source = Bron en contact
desk-field-kind = Soort
desk-field-title = Titel
desk-field-expected = Wat te doen
desk-field-text = Tekst
desk-field-language = Taal van het item
desk-field-priority = Prioriteit
desk-field-must-read = Verplicht te lezen
desk-field-handling = Aan wie mag het getoond worden
desk-field-audience = Voor wie
desk-field-valid-from = Geldig vanaf
desk-field-valid-to = Geldig tot
desk-field-subjects = Over wie of wat
desk-field-place = Plaats
desk-field-area = Gebied
desk-field-contact = Contact
desk-field-source = Wie vraagt het
desk-field-verified-at = Laatst nagekeken
desk-expected-hint = In één lijn: niet aanhouden, volg op afstand
desk-urgent-hint = Wordt gemeld en herhaald tot het gelezen is, nooit aan wie niet in dienst is.
desk-must-hint = Iedereen bevestigt dat hij het las
desk-source-hint = Magistraat, dienst of dossiernummer
desk-verified-now = Nu nagekeken
desk-from-now = Vanaf het publiceren
desk-to-default = Zoals uw zone het instelde
desk-until-tonight = Vannacht, 06:00
desk-until-day = 24 uur
desk-until-week = 7 dagen
desk-yes = Ja
desk-no = Nee
desk-empty = Niets ingevuld
desk-language-nl = Nederlands
desk-language-fr = Frans
desk-language-de = Duits
desk-language-en = Engels

# For whom
desk-whole = Hele zone
desk-and-more = { $names } en { $n } andere
desk-take-away = Neem { $name } weg
desk-audience-add = Voeg toe
desk-audience-any = Dienst, functie, wijk of naam
desk-audience-persons = Naam
desk-audience-none = Niets gevonden
desk-group-units = Dienst
desk-group-functions = Functie
desk-group-wards = Wijk
desk-group-persons = Persoon

# Persons, vehicles, documents, objects
desk-subject-person = Persoon
desk-subject-vehicle = Voertuig
desk-subject-document = Document
desk-subject-object = Voorwerp
desk-subject-family-name = Naam
desk-subject-given-names = Voornamen
desk-subject-birth-date = Geboortedatum
desk-subject-national-number = Rijksregisternummer
desk-subject-plate = Nummerplaat
desk-subject-country = Land, twee letters
desk-subject-number = Nummer
desk-subject-described = Beschrijving
desk-number-person = Nummer
desk-number-vehicle = Chassisnummer
desk-number-document = Documentnummer
desk-number-object = Serienummer
desk-born = geboren { $date }

# Area
desk-area-show = Toon
desk-area-closer = Dichterbij
desk-area-farther = Verder weg
desk-area-none = Nog geen gebied
desk-area-tap = Tik de hoeken van het gebied aan, of kies een wijk.
desk-area-begun = Nog minstens één hoek: een gebied heeft er drie.
desk-area-back = Laatste hoek weg
desk-area-ward = Neem deze wijk
desk-area-clear = Geen gebied
desk-area-paste = Plak een gebied
desk-corners = Gebied met { $n } hoeken

# Contact
desk-contact-name = Contact
desk-contact-service = Dienst
desk-contact-phone = Telefoon
desk-phone-hint = Met landnummer: +32 …

# As the officer sees it
desk-preview-version = Versie { $n }
desk-preview-handling = Behandeling
desk-preview-urgent = Dringend, herhaalt
desk-preview-must = Verplicht
desk-preview-call = Bel
desk-preview-seen = Waarneming
desk-preview-read = Gelezen

# Two versions
desk-apart = Een collega schreef intussen mee
desk-apart-text = Niets is overschreven. Kies per veld welke versie telt.
desk-side-mine = Van u
desk-side-theirs = Van uw collega
desk-changed-by-mine = u wijzigde dit
desk-changed-by-theirs = uw collega wijzigde dit
desk-changed-by-both = beiden wijzigden dit
desk-undecided = { $n ->
    [one] Kies nog voor 1 veld
   *[other] Kies nog voor { $n } velden
}
desk-decided = Ga verder met deze keuze
desk-all-mine = Alles van mij
desk-all-theirs = Alles van de collega
desk-write-on = Schrijf de mijne verder

# A published item
desk-item-sub = { $number } · versie { $n } · { $at }
desk-read-of = { $read } van { $of } bevestigd
desk-who-not = Wie las niet
desk-valid = Geldig
desk-from-to = { $from } tot { $to }
desk-sightings = Waarnemingen
desk-sightings-none = Nog niets gezien.
desk-versions = Versies
desk-version = versie { $n }
desk-origin = Gedeeld door { $name }
desk-origin-text = Alleen die zone wijzigt het of deelt het verder. U kunt het hier wel intrekken.
desk-revise = Herzie
desk-revise-how = Hoe telt deze versie
desk-asks-anew = Vraag opnieuw te lezen
desk-minor = Kleine verbetering
desk-minor-why = Waarom volstaat een kleine verbetering
desk-why = Waarom
desk-revised = Versie { $n } gepubliceerd: iedereen leest opnieuw
desk-revised-minor = Versie { $n } gepubliceerd zonder opnieuw te vragen
desk-revised-kept = Bewaard op dit toestel. De versie vertrekt als het netwerk terug is.
desk-resumed = U was hieraan bezig. Niets daarvan is al gepubliceerd.
desk-restart = Begin opnieuw
desk-recall = Trek in
desk-recall-text = Het item verdwijnt van alle toestellen. Daar staat alleen nog waarom.
desk-recall-shared = { $n ->
    [one] Ook 1 andere zone krijgt dat te horen.
   *[other] Ook { $n } andere zones krijgen dat te horen.
}
desk-recalled = Item ingetrokken

# Sharing
desk-share = Deel
desk-share-text = Elke zone kiest zelf of ze het aanvaardt en voor wie. Latere versies en een intrekking volgen vanzelf.
desk-share-find = Zoek een zone
desk-share-none = Geen andere zones gevonden
desk-share-now = { $n ->
    [one] Deel met 1 zone
   *[other] Deel met { $n } zones
}
desk-shared = { $n ->
    [one] Aangeboden aan 1 zone
   *[other] Aangeboden aan { $n } zones
}
desk-shares = Gedeeld met
desk-share-offered = Aangeboden
desk-share-accepted = Aanvaard
desk-share-declined = Geweigerd
desk-share-off = De briefing staat daar niet aan
desk-share-tried = Niet bereikt, laatst geprobeerd { $at }
desk-share-waiting = Is onderweg
desk-share-old = Heeft nog maar versie { $n }
desk-share-has = Heeft versie { $n }
desk-offer-from = { $name } biedt dit aan
desk-offer-text = Aanvaardt u het, dan volgen hun latere versies en een intrekking vanzelf.
desk-offer-who = Voor wie bij u
desk-offer-gone = Dit aanbod is beantwoord of geldt niet meer
desk-accept = Aanvaard
desk-decline = Weiger
desk-accepted = Aanvaard als { $number }
desk-declined = Geweigerd

# Readers
desk-readers-unread = Niet gelezen { $n }
desk-readers-unreachable = Onbereikbaar { $n }
desk-readers-read = Gelezen { $n }
desk-readers-none-unread = Iedereen die bereikbaar is, las het
desk-readers-none-unreachable = Iedereen is bereikbaar
desk-readers-none-read = Nog niemand las het
desk-readers-asks = Versie { $version } is een kleine verbetering: versie { $n } gelezen volstaat.
desk-unreachable-text = Geen enkel toestel van deze mensen sprak de voorbije 24 uur met de server. Spreek hen zelf aan.
desk-reader-name = Naam
desk-reader-function = Functie
desk-reader-read = Gelezen
desk-reader-version = versie { $n }, { $at }
desk-reader-never = nog niet
desk-reader-away = onbereikbaar

# Import
desk-import-sub = Elke regel wordt een ontwerp
desk-import-choose = Kies een bestand
desk-import-paste = Of plak de tabel hier
desk-import-columns = Welke kolommen
desk-column-contact-name = Contact, naam
desk-column-contact-service = Contact, dienst
desk-column-contact-phone = Contact, telefoon
desk-import-look = Kijk na
desk-import-found = { $lines } regels gelezen, { $good } in orde. Er is nog niets bewaard.
desk-import-now = { $n ->
    [one] Maak 1 ontwerp
   *[other] Maak { $n } ontwerpen
}
desk-imported = { $n ->
    [one] 1 ontwerp gemaakt
   *[other] { $n } ontwerpen gemaakt
}
desk-imported-text = Ze staan bij de ontwerpen en zijn nog niet gepubliceerd.

# Roll call
desk-roll-unit = Dienst
desk-roll-own = Voor mij
desk-roll-print = Download als PDF
desk-roll-full = Volledig scherm
desk-roll-back = Vorige
desk-roll-next = Volgende
desk-roll-place = { $n } van { $of }
desk-roll-as-of = stand van { $at }
desk-roll-silent = geen contact sinds { $at }
desk-roll-none = Niets van kracht
desk-roll-none-text = Voor deze dienst staat er nu niets in de briefing.
desk-covered = De briefing is afgedekt
desk-covered-text = Geen contact met de server sinds { $at }. Wat hier stond, kan intussen ingetrokken zijn. Het komt vanzelf terug.
