"""How officers type cars and houses, and two things in one text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from world.columns import text
from world.names.spelling import without_accents
from world.records.vehicles import colours, grouped_plate, models

from .drawing import Draw, one_of
from .meaning import Meant, Typed
from .people import number_of, phone_of
from .truth import gravest

_CONFUSED = {
    "1": "lI",
    "0": "O",
    "8": "B",
    "5": "S",
    "2": "Z",
    "O": "0",
    "B": "8",
    "S": "5",
    "Z": "2",
    "I": "1",
}
_CASES: tuple[Callable[[str], str], ...] = (str, str.lower)
_TODAY = re.compile(r"\d[A-Z]{3}\d{3}")


def _plate_of(draw: Draw) -> tuple[str, Meant]:
    """The plate with its dashes."""
    plate = text(draw.world.vehicles.plate[draw.row])
    return grouped_plate(plate), Meant(("plate",), draw.row, plate)


def _car(draw: Draw, writing: str, written: str, meant: Meant) -> Typed:
    return Typed(written, writing, (meant,), draw.truth.vehicle(draw.row))


def _spelled(draw: Draw, dashed: str) -> str:
    bare = dashed.replace("-", "")
    some = dashed.replace("-", "", 1) if dashed.count("-") > 1 else dashed
    forms = (
        dashed,
        bare,
        dashed.replace("-", " "),
        some,
        dashed.replace("-", "."),
        dashed.replace("-", " - "),
    )
    return one_of(draw.chance, _CASES)(one_of(draw.chance, forms))


def plate(draw: Draw) -> Typed:
    """`2-ZKV-318`, `2zkv318`, `2 zkv 318`, `2ZKV-318`."""
    dashed, meant = _plate_of(draw)
    return _car(draw, "plate", _spelled(draw, dashed), meant)


def plate_with_sign(draw: Draw) -> Typed:
    """`B 2-ZKV-318`, `2-ZKV-318 (B)`."""
    dashed, meant = _plate_of(draw)
    forms = ("B {}", "{} (B)", "B-{}", "BE {}", "b: {}")
    return _car(draw, "plate with sign", one_of(draw.chance, forms).format(dashed), meant)


def plate_with_label(draw: Draw) -> Typed:
    """`nrpl 2zkv318`, `plaque 2-ZKV-318`."""
    dashed, meant = _plate_of(draw)
    label = one_of(draw.chance, ("nrpl ", "plaat: ", "plaque ", "kenteken ", "nummerplaat "))
    return _car(draw, "plate with label", label + _spelled(draw, dashed), meant)


def plate_confused(draw: Draw) -> Typed | None:
    """One sign is another that looks like it: `2-ZKV-3l8`."""
    dashed, meant = _plate_of(draw)
    places = [at for at, sign in enumerate(dashed) if sign in _CONFUSED and at]
    if not places or not _TODAY.fullmatch(meant.value):
        return None
    at = one_of(draw.chance, places)
    other = one_of(draw.chance, tuple(_CONFUSED[dashed[at]]))
    written = dashed[:at] + other + dashed[at + 1 :]
    if draw.chance.random() < 0.4:
        written = written.replace("-", "")
    return _car(draw, "plate, one sign confused", written, meant)


def plate_half_seen(draw: Draw) -> Typed | None:
    """`2-ZK?-318`."""
    dashed, meant = _plate_of(draw)
    if not _TODAY.fullmatch(meant.value):
        return None
    at = one_of(draw.chance, tuple(at for at, sign in enumerate(dashed) if sign != "-" and at))
    return _car(draw, "plate half seen", f"{dashed[:at]}?{dashed[at + 1 :]}", meant)


def plate_in_chatter(draw: Draw) -> Typed:
    """`grijze VW Caddy 2-ZKV-318 richting centrum`."""
    vehicles = draw.world.vehicles
    dashed, meant = _plate_of(draw)
    make, model, *_ = models[vehicles.model[draw.row]]
    colour = colours[vehicles.colour[draw.row]]
    forms = (
        f"{colour} {make} {model} {{}} richting centrum", f"{make} {{}} {colour}", "bestuurder {}",
        f"staat foutgeparkeerd: {make} {{}}", "véhicule {} en fuite", "{} zonder verzekering?",
        f"volg {colour} {model} met plaat {{}}",
    )  # fmt: skip
    written = one_of(draw.chance, (dashed, dashed.lower(), dashed.replace("-", "")))
    return _car(draw, "chatter around a plate", one_of(draw.chance, forms).format(written), meant)


def vin(draw: Draw) -> Typed:
    """Whole, small, in groups, with its label."""
    number = text(draw.world.vehicles.vin[draw.row])
    grouped = f"{number[:3]} {number[3:9]} {number[9:]}"
    written = one_of(draw.chance, (number, number.lower(), f"chassis {number}", f"VIN: {number}", grouped))
    return Typed(
        written, "chassis", (Meant(("vin",), draw.row, number),), draw.truth.vehicle(draw.row, by="vin")
    )


def _house(draw: Draw) -> tuple[str, str, str, Meant]:
    """Street, place and postcode in one of their languages."""
    town = draw.world.town
    addresses = town.addresses
    street = town.streets[addresses.street[draw.row]]
    place = town.places[street.municipality]
    french = place.region == "W" or (place.region == "B" and draw.chance.random() < 0.5)
    name = street.name_fr if french else street.name
    number = str(int(addresses.house[draw.row]))
    meant = Meant(("address",), draw.row, number, streets=(street.name, street.name_fr))
    return name, place.name_fr if french else place.name, place.postcode, meant


def address(draw: Draw) -> Typed:
    """With postcode or without, in any order."""
    street, place, postcode, meant = _house(draw)
    house = meant.value
    forms = (
        f"{street} {house}, {postcode} {place}", f"{street} {house} {place}", f"{house} {street}, {place}",
        f"{street} {house} {postcode} {place}", f"{postcode} {place}, {street} {house}",
        f"{place} {street} {house}", f"{place}, {street} {house}", f"{street} nr {house} te {place}",
        f"{street} {house} {postcode}", f"adres: {street} {house} {place}",
    )  # fmt: skip
    case = one_of(draw.chance, (*_CASES, without_accents))
    return Typed(case(one_of(draw.chance, forms)), "address", (meant,), draw.truth.address(draw.row))


def box(draw: Draw) -> Typed | None:
    """`Markt 7 bus 3`, `7/3`."""
    number = int(draw.world.town.addresses.box[draw.row])
    if not number:
        return None
    street, place, postcode, whole = _house(draw)
    meant = Meant(whole.kinds, whole.row, whole.value, streets=whole.streets, box=str(number))
    house = meant.value
    forms = (
        f"{street} {house} bus {number}, {place}", f"{street} {house}/{number} {place}",
        f"{street} {house} bte {number}, {postcode} {place}", f"{street} {house} b{number} {place}",
    )  # fmt: skip
    level = draw.truth.address(draw.row, box=True)
    return Typed(one_of(draw.chance, forms), "address with box", (meant,), level)


_SHORT: Sequence[tuple[str, tuple[str, ...]]] = (
    (r"(?<=\w)straat$", ("str.", "str")),
    (r"(?<=\w)steenweg$", ("stwg.", "stwg")),
    (r"(?<=\w)laan$", ("ln.", "ln")),
    (r"(?<=\w)dreef$", ("dr.",)),
    (r"(?<=\w)plein$", ("pl.",)),
    (r"(?<=\w)weg$", ("wg.",)),
    (r"^Rue ", ("r. ", "r ")),
    (r"^Avenue ", ("av. ", "av ")),
    (r"^Chemin ", ("ch. ", "chem. ")),
    (r"^Place ", ("pl. ",)),
)


def street_cut_short(draw: Draw) -> Typed | None:
    """`bosdr. 31 lindebeek`, `r. de la gare 12 tillerive`."""
    street, place, postcode, meant = _house(draw)
    for whole, shorts in _SHORT:
        short = re.sub(whole, one_of(draw.chance, shorts), street)
        if short != street:
            forms = (f"{short} {meant.value} {place}", f"{short} {meant.value}, {postcode} {place}")
            written = one_of(draw.chance, _CASES)(one_of(draw.chance, forms))
            return Typed(written, "street cut short", (meant,), draw.truth.address(draw.row))
    return None


def two_things(draw: Draw) -> Typed:
    """A plate and its holder's number or phone, or another plate."""
    world = draw.world
    dashed, meant = _plate_of(draw)
    holder = draw.about(int(world.vehicles.holder[draw.row]))
    truths = [draw.truth.vehicle(draw.row)]
    choice = int(draw.chance.integers(0, 3))
    if choice == 0 or not world.people.phone[holder.row]:
        other, second = number_of(holder)
        truths.append(draw.truth.numbered(holder.row))
    elif choice == 1:
        other, second = phone_of(holder)
        truths.append(draw.truth.phone(holder.row))
    else:
        car = draw.about(int(draw.chance.integers(0, len(world.vehicles))))
        other, second = _plate_of(car)
        truths.append(draw.truth.vehicle(car.row))
    if second.value == meant.value:
        return plate_in_chatter(draw)
    form = one_of(draw.chance, ("{} en {}", "{}, {}", "{} bestuurder {}", "{}\n{}", "{} ; {}"))
    return Typed(form.format(dashed, other), "two things in one text", (meant, second), gravest(truths))


WRITINGS: dict[str, tuple[Callable[[Draw], Typed | None], ...]] = {
    "vehicle": (
        plate, plate_with_sign, plate_with_label, plate_confused, plate_half_seen, plate_in_chatter,
        vin, two_things,
    ),
    "home": (address, box, street_cut_short),
}  # fmt: skip
"""What a writing is about → the writings."""
