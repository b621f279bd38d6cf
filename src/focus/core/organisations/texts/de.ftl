organisations-title = Organisation und Personen
organisations-permission-read = Die Organisation ansehen
organisations-permission-manage = Dienste und Bezirke verwalten
organisations-permission-people = Personal verwalten
organisations-permission-rights = Funktionen und Rechte vergeben
organisations-permission-share = Mit anderen Organisationen teilen
organisations-permission-switch = Module ein- und ausschalten und einstellen
organisations-permission-import = Listen einlesen
organisations-permission-govern = Organisationen gründen, schließen und zusammenlegen
organisations-kind-zone = Polizeizone
organisations-kind-federal_unit = Föderale Einheit
organisations-kind-prosecutor = Staatsanwaltschaft
organisations-kind-court = Gericht
organisations-kind-municipality = Gemeinde
organisations-kind-justice_house = Justizhaus
organisations-kind-prison = Gefängnis
organisations-kind-oversight = Aufsicht
organisations-kind-support = Föderale Unterstützung
organisations-event-OrganisationFounded = Organisation gegründet
organisations-event-OrganisationRenamed = Organisation umbenannt
organisations-event-OrganisationClosed = Organisation geschlossen
organisations-event-OrganisationsMerged = Organisationen zusammengelegt
organisations-event-OrganisationSplit = Organisation geteilt
organisations-event-UnitCreated = Dienst oder Team hinzugefügt
organisations-event-UnitEdited = Dienst oder Team geändert
organisations-event-UnitClosed = Dienst oder Team geschlossen
organisations-event-WardCreated = Bezirk hinzugefügt
organisations-event-WardEdited = Bezirk geändert
organisations-event-WardClosed = Bezirk geschlossen
organisations-event-FunctionCreated = Funktion hinzugefügt
organisations-event-FunctionEdited = Funktion geändert
organisations-event-PersonAdded = Person hinzugefügt
organisations-event-PersonEdited = Person geändert
organisations-event-PersonLeft = Person ausgeschieden
organisations-event-PostGiven = Funktion vergeben
organisations-event-PostEdited = Vergabe geändert
organisations-event-PostEnded = Vergabe beendet
organisations-event-GrantGiven = Mit anderer Organisation geteilt
organisations-event-GrantRevoked = Freigabe widerrufen
organisations-event-ModuleSwitchedOn = Modul eingeschaltet
organisations-event-ModuleSwitchedOff = Modul ausgeschaltet
organisations-event-SettingChanged = Einstellung geändert
organisations-event-FileImported = Liste eingelesen
organisations-event-Consulted = Eingesehen
error-organisations-code-invalid = Dieser Code ist nicht möglich. Eine Zone hat 4 Ziffern, eine Gemeinde ihren NIS-Code mit 5 Ziffern.
error-organisations-code-taken = Dieser Code wird schon verwendet.
error-organisations-names-missing = Einen Namen in mindestens einer Sprache angeben, höchstens 120 Zeichen.
error-organisations-period-reversed = Das Ende liegt vor dem Beginn.
error-organisations-already-closed = Das wurde schon früher beendet.
error-organisations-not-governing = Nur die föderale Unterstützung kann Organisationen gründen, schließen oder zusammenlegen.
error-organisations-cannot-succeed = Diese Organisationen können einander an diesem Tag nicht nachfolgen.
error-organisations-unit-unknown = Diesen Dienst oder dieses Team gibt es hier nicht oder nicht mehr.
error-organisations-unit-cycle = Ein Dienst kann nicht unter sich selbst stehen.
error-organisations-unit-in-use = Es gehören noch Dienste oder Personen dazu.
error-organisations-ward-unknown = Diesen Bezirk gibt es hier nicht oder nicht mehr.
error-organisations-function-unknown = Diese Funktion gibt es hier nicht oder sie wird nicht mehr verwendet.
error-organisations-permission-unknown = Das Recht { $permission } gibt es nicht.
error-organisations-person-invalid = Die Angaben zur Person stimmen nicht.
error-organisations-family-name-invalid = Dieser Familienname ist nicht möglich.
error-organisations-given-names-invalid = Dieser Vorname ist nicht möglich.
error-organisations-email-invalid = Diese E-Mail-Adresse ist nicht möglich.
error-organisations-phone-invalid = Diese Telefonnummer ist nicht möglich.
error-organisations-number-taken = Jemand anders hat diese Personalnummer.
error-organisations-not-lent = Diese Person ist unbekannt, ausgeschieden oder von der eigenen Organisation nicht ausgeliehen.
error-organisations-post-taken = Diese Person hat die Funktion ab diesem Zeitpunkt schon.
error-organisations-recipient-unknown = Eine andere Organisation wählen, mit der geteilt wird.
error-organisations-grant-invalid = Angeben, was geteilt wird und auf welcher Rechtsgrundlage.
error-organisations-grant-ended = Diese Freigabe ist schon beendet.
error-organisations-module-unknown = Dieses Modul gibt es nicht, oder es hat keine Einstellungen.
error-organisations-module-fixed = Dieses Modul gehört zur Plattform und ist immer eingeschaltet.
error-organisations-module-needs = Zuerst { $other } einschalten.
error-organisations-module-needed = { $other } braucht dieses Modul.
error-organisations-setting-invalid = Die Einstellung { $path } passt nicht.
error-organisations-csv-empty = Die Datei ist leer.
error-organisations-csv-header-missing = Die Spalte { $column } fehlt.
error-organisations-csv-header-unknown = Diese Spalte ist unbekannt.
error-organisations-csv-header-twice = Diese Spalte steht zweimal da.
error-organisations-csv-cell-count = Es sind { $found } Felder statt { $expected }.
error-organisations-csv-quote-open = Ein Anführungszeichen wird nicht richtig geschlossen; ab hier wurde nichts gelesen.
error-organisations-csv-too-many-lines = Es sind mehr als { $max } Zeilen; die Datei teilen.
error-organisations-csv-too-long = Das ist länger als { $max } Zeichen.
error-organisations-csv-bad-character = Hier steht ein unmögliches Zeichen; den Zeichensatz der Datei prüfen.
error-organisations-csv-missing = Dieses Feld ist Pflicht.
error-organisations-csv-bad-date = Das ist kein Datum. 2026-11-23 oder 23.11.2026 schreiben.
error-organisations-csv-bad-yes-no = Ja oder nein schreiben.
error-organisations-csv-bad-code = Dieser Code ist nicht möglich.
error-organisations-csv-bad-kind = Diese Art gibt es nicht. Möglich sind: { $allowed }.
error-organisations-csv-bad-language = Diese Sprache ist nicht möglich. Möglich sind: { $allowed }.
error-organisations-csv-bad-name = Das ist kein Name.
error-organisations-csv-bad-number = Das ist keine Personalnummer.
error-organisations-csv-bad-email = Das ist keine E-Mail-Adresse.
error-organisations-csv-bad-phone = Das ist keine Telefonnummer.
error-organisations-csv-period-reversed = Das Ende liegt vor dem Beginn.
error-organisations-csv-fixed = Das lässt sich nicht mit einer Liste ändern.
error-organisations-csv-twice = Das steht schon in Zeile { $line }.
error-organisations-csv-unknown-person = Niemand hier hat diese Personalnummer.
error-organisations-csv-person-away = Diese Person ist dann nicht im Dienst.
error-organisations-csv-unknown-function = Die Funktion { $function } gibt es nicht.
error-organisations-csv-unknown-unit = Den Dienst { $unit } gibt es nicht, oder er steht in einer fehlerhaften Zeile.
error-organisations-csv-unit-cycle = Dieser Dienst stünde unter sich selbst.
error-organisations-csv-unknown-ward = Den Bezirk { $ward } gibt es nicht.
error-organisations-csv-unknown-permission = Das Recht { $permission } gibt es nicht.
error-organisations-import-refused =
    { $bad ->
        [one] Eine Zeile ist fehlerhaft; nichts wurde eingelesen.
       *[other] { $bad } Zeilen sind fehlerhaft; nichts wurde eingelesen.
    }
error-organisations-area-invalid =
    { $reason ->
        [kind] Die Form muss ein Polygon sein (Polygon oder MultiPolygon).
        [too_many_points] Die Grenze hat zu viele Punkte; bitte vereinfachen.
        [swapped] Länge und Breite sind vertauscht: zuerst die Länge schreiben.
        [empty] Das Gebiet hat keine Fläche.
        [crossing] Die Grenze kreuzt sich selbst bei { $where }.
       *[coordinates] Die Koordinaten stimmen nicht.
    }
organisations-event-InstallationBegun = Installation begonnen
