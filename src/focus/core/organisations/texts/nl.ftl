organisations-title = Organisatie en mensen
organisations-permission-read = De organisatie bekijken
organisations-permission-manage = Diensten en wijken beheren
organisations-permission-people = Personeel beheren
organisations-permission-rights = Functies en rechten toekennen
organisations-permission-share = Delen met andere organisaties
organisations-permission-switch = Modules aan- en uitzetten en instellen
organisations-permission-import = Lijsten inlezen
organisations-permission-govern = Organisaties oprichten, sluiten en fuseren
organisations-kind-zone = Politiezone
organisations-kind-federal_unit = Federale eenheid
organisations-kind-prosecutor = Parket
organisations-kind-court = Rechtbank
organisations-kind-municipality = Gemeente
organisations-kind-justice_house = Justitiehuis
organisations-kind-prison = Gevangenis
organisations-kind-oversight = Toezicht
organisations-kind-support = Federale ondersteuning
organisations-event-OrganisationFounded = Organisatie opgericht
organisations-event-OrganisationRenamed = Organisatie hernoemd
organisations-event-OrganisationClosed = Organisatie gesloten
organisations-event-OrganisationsMerged = Organisaties gefuseerd
organisations-event-OrganisationSplit = Organisatie gesplitst
organisations-event-UnitCreated = Dienst of ploeg toegevoegd
organisations-event-UnitEdited = Dienst of ploeg gewijzigd
organisations-event-UnitClosed = Dienst of ploeg gesloten
organisations-event-WardCreated = Wijk toegevoegd
organisations-event-WardEdited = Wijk gewijzigd
organisations-event-WardClosed = Wijk gesloten
organisations-event-FunctionCreated = Functie toegevoegd
organisations-event-FunctionEdited = Functie gewijzigd
organisations-event-PersonAdded = Persoon toegevoegd
organisations-event-PersonEdited = Persoon gewijzigd
organisations-event-PersonLeft = Persoon uit dienst
organisations-event-PostGiven = Functie toegekend
organisations-event-PostEdited = Toekenning gewijzigd
organisations-event-PostEnded = Toekenning beëindigd
organisations-event-GrantGiven = Gedeeld met een andere organisatie
organisations-event-GrantRevoked = Delen ingetrokken
organisations-event-ModuleSwitchedOn = Module aangezet
organisations-event-ModuleSwitchedOff = Module uitgezet
organisations-event-SettingChanged = Instelling gewijzigd
organisations-event-FileImported = Lijst ingelezen
organisations-event-Consulted = Geraadpleegd
error-organisations-code-invalid = Deze code kan niet. Een zone heeft 4 cijfers, een gemeente haar NIS-code van 5 cijfers.
error-organisations-code-taken = Deze code is al in gebruik.
error-organisations-names-missing = Geef een naam in minstens één taal, van hoogstens 120 tekens.
error-organisations-period-reversed = Het einde ligt vóór het begin.
error-organisations-already-closed = Dit was al eerder beëindigd.
error-organisations-not-governing = Alleen de federale ondersteuning kan organisaties oprichten, sluiten of fuseren.
error-organisations-cannot-succeed = Deze organisaties kunnen elkaar op die dag niet opvolgen.
error-organisations-unit-unknown = Deze dienst of ploeg bestaat hier niet, of niet meer.
error-organisations-unit-cycle = Een dienst kan niet onder zichzelf staan.
error-organisations-unit-in-use = Er staan nog diensten of mensen in.
error-organisations-ward-unknown = Deze wijk bestaat hier niet, of niet meer.
error-organisations-function-unknown = Deze functie bestaat hier niet, of is buiten gebruik.
error-organisations-permission-unknown = Het recht { $permission } bestaat niet.
error-organisations-person-invalid = De gegevens van de persoon kloppen niet.
error-organisations-family-name-invalid = Deze familienaam kan niet.
error-organisations-given-names-invalid = Deze voornaam kan niet.
error-organisations-email-invalid = Dit e-mailadres kan niet.
error-organisations-phone-invalid = Dit telefoonnummer kan niet.
error-organisations-number-taken = Iemand anders heeft dit stamnummer.
error-organisations-not-lent = Deze persoon is onbekend, uit dienst, of niet uitgeleend door zijn eigen organisatie.
error-organisations-post-taken = Deze persoon heeft die functie al vanaf dat ogenblik.
error-organisations-recipient-unknown = Kies een andere organisatie om mee te delen.
error-organisations-grant-invalid = Zeg wat gedeeld wordt, en op welke wettelijke grond.
error-organisations-grant-ended = Dit delen is al afgelopen.
error-organisations-module-unknown = Deze module bestaat niet, of heeft geen instellingen.
error-organisations-module-fixed = Deze module hoort bij het platform en staat altijd aan.
error-organisations-module-needs = Zet eerst { $other } aan.
error-organisations-module-needed = { $other } heeft deze module nodig.
error-organisations-setting-invalid = De instelling { $path } past niet.
error-organisations-csv-empty = Het bestand is leeg.
error-organisations-csv-header-missing = De kolom { $column } ontbreekt.
error-organisations-csv-header-unknown = Deze kolom is onbekend.
error-organisations-csv-header-twice = Deze kolom staat er tweemaal.
error-organisations-csv-cell-count = Er staan { $found } velden in plaats van { $expected }.
error-organisations-csv-quote-open = Een aanhalingsteken wordt niet goed gesloten; vanaf hier is niets gelezen.
error-organisations-csv-too-many-lines = Er zijn meer dan { $max } lijnen; deel het bestand op.
error-organisations-csv-too-long = Dit is langer dan { $max } tekens.
error-organisations-csv-bad-character = Hier staat een teken dat niet kan; controleer de tekenset van het bestand.
error-organisations-csv-missing = Dit veld is verplicht.
error-organisations-csv-bad-date = Dit is geen datum. Schrijf 2026-11-23 of 23/11/2026.
error-organisations-csv-bad-yes-no = Schrijf ja of nee.
error-organisations-csv-bad-code = Deze code kan niet.
error-organisations-csv-bad-kind = Deze soort bestaat niet. Kies uit: { $allowed }.
error-organisations-csv-bad-language = Deze taal kan niet. Kies uit: { $allowed }.
error-organisations-csv-bad-name = Dit is geen naam.
error-organisations-csv-bad-number = Dit is geen stamnummer.
error-organisations-csv-bad-email = Dit is geen e-mailadres.
error-organisations-csv-bad-phone = Dit is geen telefoonnummer.
error-organisations-csv-period-reversed = Het einde ligt vóór het begin.
error-organisations-csv-fixed = Dit kan niet met een lijst gewijzigd worden.
error-organisations-csv-twice = Dit staat al op lijn { $line }.
error-organisations-csv-unknown-person = Niemand hier heeft dit stamnummer.
error-organisations-csv-person-away = Deze persoon is dan niet in dienst.
error-organisations-csv-unknown-function = De functie { $function } bestaat niet.
error-organisations-csv-unknown-unit = De dienst { $unit } bestaat niet, of staat op een foute lijn.
error-organisations-csv-unit-cycle = Deze dienst zou onder zichzelf staan.
error-organisations-csv-unknown-ward = De wijk { $ward } bestaat niet.
error-organisations-csv-unknown-permission = Het recht { $permission } bestaat niet.
error-organisations-import-refused =
    { $bad ->
        [one] Eén lijn is fout; er is niets ingelezen.
       *[other] { $bad } lijnen zijn fout; er is niets ingelezen.
    }
error-organisations-area-invalid =
    { $reason ->
        [kind] De vorm moet een veelhoek zijn (Polygon of MultiPolygon).
        [too_many_points] De grens heeft te veel punten; vereenvoudig ze.
        [swapped] Lengte en breedte zijn verwisseld: schrijf eerst de lengte.
        [empty] Het gebied heeft geen oppervlakte.
        [crossing] De grens kruist zichzelf bij { $where }.
       *[coordinates] De coördinaten kloppen niet.
    }
organisations-event-InstallationBegun = Installatie begonnen
