"""A found bicycle: registered, stored, given back, or handed to the municipality."""

from __future__ import annotations

from focus.kit import (
    Assign,
    CaseType,
    Check,
    Choice,
    Date,
    Deadline,
    Keep,
    Label,
    Match,
    Move,
    Person,
    Photos,
    Place,
    Printout,
    Signature,
    Step,
    Text,
    YesNo,
    t,
)

COLOURS: dict[str, Label] = {
    "black": t("zwart", "noir", "schwarz", "black"),
    "white": t("wit", "blanc", "weiß", "white"),
    "red": t("rood", "rouge", "rot", "red"),
    "blue": t("blauw", "bleu", "blau", "blue"),
    "green": t("groen", "vert", "grün", "green"),
    "other": t("andere", "autre", "andere", "other"),
}
PROOFS: dict[str, Label] = {
    "key": t("sleutel", "clé", "Schlüssel", "key"),
    "invoice": t("factuur", "facture", "Rechnung", "invoice"),
    "engraving": t("gravure", "gravure", "Gravur", "engraving"),
}

FOUND_BICYCLE = CaseType(
    t("Gevonden fiets", "Vélo trouvé", "Gefundenes Fahrrad", "Found bicycle"),
    name="found_bicycle",
    fields={
        "found_on": Date(t("Gevonden op", "Trouvé le", "Gefunden am", "Found on"), required=True),
        "found_at": Place(t("Vindplaats", "Lieu", "Fundort", "Where"), required=True),
        "brand": Text(t("Merk", "Marque", "Marke", "Brand"), max=60, required_if="this.frame_number == ''"),
        "colour": Choice(t("Kleur", "Couleur", "Farbe", "Colour"), options=COLOURS, required=True),
        "colour_other": Text(
            t("Welke kleur", "Quelle couleur", "Welche Farbe", "Which colour"),
            max=40,
            shown_if="this.colour == 'other'",
            required=True,
        ),
        "frame_number": Text(
            t("Framenummer", "Numéro de cadre", "Rahmennummer", "Frame number"),
            max=30,
            pattern="[A-Z0-9]{4,30}",
        ),
        "engraved": YesNo(t("Gegraveerd", "Gravé", "Graviert", "Engraved")),
        "engraving": Text(
            t("Gravure", "Gravure", "Gravur", "Engraving"), max=20, shown_if="this.engraved", required=True
        ),
        "photos": Photos(t("Foto's", "Photos", "Fotos", "Photos"), required=True, at_most=4),
        "stored_in": Text(t("Stalplaats", "Dépôt", "Abstellplatz", "Stored in"), max=40),
        "owner": Person(t("Eigenaar", "Propriétaire", "Eigentümer", "Owner")),
        "proof": Choice(
            t("Bewijs", "Preuve", "Nachweis", "Proof"),
            options=PROOFS,
            shown_if="has(this.owner)",
            required=True,
        ),
        "returned_on": Date(
            t("Teruggegeven op", "Rendu le", "Zurückgegeben am", "Returned on"), shown_if="has(this.owner)"
        ),
        "received": Signature(
            t("Ontvangen door", "Reçu par", "Empfangen von", "Received by"), shown_if="has(this.owner)"
        ),
    },
    checks=[
        Check(
            that="this.found_on <= today",
            at="found_on",
            because=t(
                "Die dag moet nog komen", "Ce jour doit encore venir", "Dieser Tag kommt erst", "Not yet"
            ),
        ),
        Check(
            that="!has(this.returned_on) || this.returned_on >= this.found_on",
            at="returned_on",
            because=t(
                "Vóór de vondst teruggegeven",
                "Rendu avant d'être trouvé",
                "Vor dem Fund zurückgegeben",
                "Returned before it was found",
            ),
        ),
        Check(
            that="this.proof != 'engraving' || this.engraved",
            at="proof",
            because=t(
                "Deze fiets is niet gegraveerd",
                "Ce vélo n'est pas gravé",
                "Dieses Fahrrad ist nicht graviert",
                "This bicycle is not engraved",
            ),
        ),
    ],
    steps={
        "registered": Step(
            t("Geregistreerd", "Enregistré", "Erfasst", "Registered"),
            moves={
                "store": Move(
                    t("In stalling", "Au dépôt", "Einstellen", "Store"),
                    to="stored",
                    by=["officer", "desk"],
                    asks=["stored_in"],
                    prints=["label"],
                )
            },
        ),
        "stored": Step(
            t("In stalling", "Au dépôt", "Eingestellt", "Stored"),
            moves={
                "give_back": Move(
                    t("Teruggeven", "Rendre", "Zurückgeben", "Give back"),
                    to="returned",
                    by=["desk"],
                    when="has(this.owner) && this.proof != ''",
                    because=t(
                        "Eerst eigenaar en bewijs",
                        "D'abord propriétaire et preuve",
                        "Zuerst Eigentümer und Nachweis",
                        "Owner and proof come first",
                    ),
                    asks=["returned_on", "received"],
                    prints=["receipt"],
                ),
                "hand_over": Move(
                    t("Naar gemeente", "À la commune", "An die Gemeinde", "To the municipality"),
                    to="handed_over",
                    by=["desk"],
                    when="today >= months_after(this.found_on, 3)",
                    because=t(
                        "Nog geen drie maanden",
                        "Pas encore trois mois",
                        "Noch keine drei Monate",
                        "Not yet three months",
                    ),
                ),
            },
        ),
        "returned": Step(t("Teruggegeven", "Rendu", "Zurückgegeben", "Returned")),
        "handed_over": Step(t("Overgedragen", "Remis à la commune", "Der Gemeinde übergeben", "Handed over")),
    },
    assign=Assign("team"),
    deadlines={
        "keep": Deadline(
            t("Bewaartermijn", "Délai de garde", "Aufbewahrungsfrist", "Kept until"),
            count=3,
            unit="months",
            after="this.found_on",
            until=["returned", "handed_over"],
            warn=7,
        )
    },
    search=["frame_number", "engraving", "brand", "owner"],
    matches=[Match(fills="owner", on=["frame_number", "engraving"], in_="stolen_bicycles")],
    printouts={
        "label": Printout(
            t("Etiket", "Étiquette", "Etikett", "Label"),
            size="label",
            fields=["found_on", "brand", "colour", "frame_number", "stored_in"],
        ),
        "receipt": Printout(
            t("Ontvangstbewijs", "Reçu", "Quittung", "Receipt"),
            fields=["brand", "frame_number", "owner", "proof", "returned_on", "received"],
        ),
    },
    keep=Keep(count=24, unit="months", after=["returned", "handed_over"]),
)
