"""Like a residence check: visits, a household, and another organisation that decides."""

from __future__ import annotations

from typing import Any

from focus.kit import (
    Address,
    Area,
    Assign,
    CaseType,
    Check,
    Choice,
    Date,
    Deadline,
    Entries,
    Group,
    Keep,
    Label,
    Moment,
    Move,
    Number,
    Parties,
    Person,
    Step,
    Text,
    Vehicle,
    YesNo,
    t,
)

PARTS: dict[str, Label] = {
    "morning": t("voormiddag", "matin", "Vormittag", "morning"),
    "afternoon": t("namiddag", "après-midi", "Nachmittag", "afternoon"),
    "evening": t("avond", "soir", "Abend", "evening"),
    "night": t("nacht", "nuit", "Nacht", "night"),
}
OUTCOMES: dict[str, Label] = {
    "met": t("aangetroffen", "rencontré", "angetroffen", "met"),
    "absent": t("afwezig", "absent", "abwesend", "absent"),
    "refused": t("geweigerd", "refusé", "verweigert", "refused"),
}
ADVICE: dict[str, Label] = {
    "positive": t("gunstig", "favorable", "positiv", "positive"),
    "negative": t("ongunstig", "défavorable", "negativ", "negative"),
}
REASONS: dict[str, Label] = {
    "not_found": t("niet aangetroffen", "pas rencontré", "nicht angetroffen", "not found"),
    "moved_on": t("verder verhuisd", "parti ailleurs", "weitergezogen", "moved on"),
}


def _second(data: dict[str, Any]) -> dict[str, Any]:
    """Version 1 called the advice `proposal`."""
    if "proposal" in data:
        data["advice"] = data.pop("proposal")
    return data


def _third(data: dict[str, Any]) -> dict[str, Any]:
    """Version 2 had one household member only."""
    member = data.pop("member", None)
    if member is not None:
        data["members"] = [{"id": "00000000-0000-4000-8000-000000000001", "person": member}]
    return data


RESIDENCE_LIKE = CaseType(
    t("Woonstcontrole", "Enquête de domicile", "Wohnsitzkontrolle", "Residence check"),
    name="residence_like",
    version=3,
    upgrades={2: _second, 3: _third},
    fields={
        "asked_on": Date(t("Gevraagd op", "Demandé le", "Angefragt am", "Asked on"), required=True),
        "address": Address(t("Adres", "Adresse", "Adresse", "Address"), required=True),
        "household": Number(t("Personen", "Personnes", "Personen", "Persons"), min=1, max=30),
        "rent": Number(
            t("Huur", "Loyer", "Miete", "Rent"),
            decimals=2,
            min=0,
            unit=t("euro", "euros", "Euro", "euro"),
        ),
        "members": Group(
            t("Gezinsleden", "Membres du ménage", "Haushaltsmitglieder", "Household"),
            at_most=12,
            fields={
                "person": Person(t("Persoon", "Personne", "Person", "Person"), required=True),
                "age": Number(
                    t("Leeftijd", "Âge", "Alter", "Age"),
                    shown_if="has(row.person.birth_date)",
                    computed="has(row.person.birth_date) ? age_on(row.person.birth_date, this.asked_on) : 0",
                ),
                "school": Text(
                    t("School", "École", "Schule", "School"),
                    max=80,
                    shown_if="has(row.age) && row.age >= 3 && row.age < 18",
                ),
            },
        ),
        "visits": Group(
            t("Bezoeken", "Visites", "Besuche", "Visits"),
            at_most=5,
            fields={
                "at": Moment(t("Tijdstip", "Moment", "Zeitpunkt", "Time"), required=True),
                "part": Choice(
                    t("Dagdeel", "Moment du jour", "Tageszeit", "Part of the day"),
                    options=PARTS,
                    computed="part_of_day(row.at)",
                ),
                "outcome": Choice(
                    t("Vaststelling", "Constat", "Feststellung", "Outcome"), options=OUTCOMES, required=True
                ),
                "note": Text(
                    t("Nota", "Note", "Notiz", "Note"),
                    max=200,
                    lines=True,
                    required_if="row.outcome == 'refused'",
                ),
            },
        ),
        "next_part": Choice(
            t("Volgend bezoek", "Prochaine visite", "Nächster Besuch", "Next visit"),
            options=PARTS,
            shown_if="!this.visits.exists(v, v.outcome == 'met')",
            computed="(['evening', 'morning', 'afternoon'].filter(p, "
            "!this.visits.exists(v, v.part == p)) + ['evening'])[0]",
        ),
        "last_visit": Date(
            t("Laatste bezoek", "Dernière visite", "Letzter Besuch", "Last visit"),
            computed="size(this.visits) > 0 ? date_of(this.visits[size(this.visits) - 1].at) : ''",
        ),
        "decide_by": Date(
            t("Antwoord vóór", "Réponse avant", "Antwort bis", "Answer by"),
            computed="working_days_after(this.asked_on, 15)",
        ),
        "housing": YesNo(t("Woning ongeschikt", "Logement inadéquat", "Wohnung ungeeignet", "Housing unfit")),
        "cars": Group(
            t("Wagens", "Voitures", "Wagen", "Cars"),
            at_most=3,
            fields={"car": Vehicle(t("Wagen", "Voiture", "Wagen", "Car"), required=True)},
        ),
        "quarter": Area(t("Wijk", "Quartier", "Viertel", "Quarter")),
        "advice": Choice(t("Advies", "Avis", "Gutachten", "Advice"), options=ADVICE),
        "reason": Choice(
            t("Reden", "Motif", "Grund", "Reason"),
            options=REASONS,
            shown_if="this.advice == 'negative'",
            required=True,
        ),
        "log": Entries(
            t("Verloop", "Suivi", "Verlauf", "Log"),
            fields={"text": Text(t("Tekst", "Texte", "Text", "Text"), max=500, lines=True, required=True)},
        ),
    },
    checks=[
        Check(
            that="this.asked_on <= today",
            at="asked_on",
            because=t("Nog te komen", "Encore à venir", "Kommt noch", "Yet to come"),
        ),
        Check(
            that="row.at <= now && date_of(row.at) >= this.asked_on",
            at="visits.at",
            because=t(
                "Tussen de vraag en nu",
                "Entre la demande et maintenant",
                "Zwischen Anfrage und jetzt",
                "Not now",
            ),
        ),
        Check(
            that="!has(this.household) || size(this.members) <= this.household",
            at="members",
            because=t("Meer dan er wonen", "Plus que d'habitants", "Mehr als wohnen", "More than live there"),
        ),
        Check(
            that="this.advice != 'negative' || size(this.visits) >= 3 || "
            "this.visits.exists(v, v.outcome != 'absent')",
            at="advice",
            because=t(
                "Nog geen drie bezoeken", "Pas trois visites", "Keine drei Besuche", "Not three visits"
            ),
        ),
        Check(
            that="!has(this.address.longitude) || !has(this.address.latitude) || "
            "distance(this.address.longitude, this.address.latitude, 5.19, 50.82) < 20000",
            at="address",
            because=t("Ver buiten de zone", "Loin de la zone", "Weit weg von der Zone", "Far away"),
        ),
        Check(
            that="this.log.all(e, e.by == user.id || 'chief' in user.roles)",
            at="log",
            because=t("Niet van u", "Pas de vous", "Nicht von Ihnen", "Not yours"),
        ),
    ],
    steps={
        "asked": Step(
            t("Gevraagd", "Demandé", "Angefragt", "Asked"),
            moves={
                "propose": Move(
                    t("Advies geven", "Donner l'avis", "Gutachten abgeben", "Give advice"),
                    to="proposed",
                    by=["ward_officer"],
                    asks=["advice"],
                    when="size(this.visits) > 0 && weekday_of(today) < 6",
                    because=t("Eerst een bezoek", "D'abord une visite", "Zuerst ein Besuch", "Visit first"),
                )
            },
        ),
        "proposed": Step(
            t("Voorgesteld", "Proposé", "Vorgeschlagen", "Proposed"),
            moves={
                "decide": Move(t("Beslissen", "Décider", "Entscheiden", "Decide"), to="decided"),
                "ask_more": Move(t("Meer vragen", "Demander plus", "Nachfragen", "Ask more"), to="asked"),
            },
        ),
        "decided": Step(t("Beslist", "Décidé", "Entschieden", "Decided")),
    },
    assign=Assign("ward", by="address"),
    deadlines={
        "answer": Deadline(
            t("Antwoord gemeente", "Réponse commune", "Antwort Gemeinde", "Answer"),
            count=15,
            unit="working_days",
            after="this.asked_on",
            per="municipality",
            until=["proposed", "decided"],
            warn=3,
        ),
        "revisit": Deadline(
            t("Volgend bezoek", "Prochaine visite", "Nächster Besuch", "Next visit"),
            count=7,
            after="has(this.last_visit) ? this.last_visit : ''",
            until=["proposed", "decided"],
        ),
    },
    parties=[
        Parties(
            kind="municipality",
            opens={
                "asked": ["asked_on", "address"],
                "proposed": ["asked_on", "address", "advice", "reason", "visits.at"],
                "decided": ["asked_on", "address", "advice", "reason"],
            },
            moves=["decide", "ask_more"],
        )
    ],
    search=["address", "members.person"],
    keep=Keep(count=5, unit="years", after=["decided"]),
)
