"""The words of records: every fact, code, role, warning and identifier that a source may be mapped to.

Each has a text in `texts/*.ftl`: `search-fact-…`, `search-value-…`, `search-warning-…`, for roles
`search-pivot-…`, with `-` in the place of `_`.
"""

from __future__ import annotations

from typing import get_args

import msgspec

from focus.modules.search.records import FactKind, RecordType, Tone, Word

RECORD_TYPES: tuple[RecordType, ...] = get_args(RecordType)
FACT_KINDS: tuple[FactKind, ...] = get_args(FactKind)
TONES: tuple[Tone, ...] = get_args(Tone)
WORDS: tuple[Word, ...] = get_args(Word)


class FactTerm(msgspec.Struct, frozen=True):
    """`many`: one record or several may say several of it, none contradicting another."""

    kind: FactKind = "text"
    many: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _of(kind: FactKind, keys: str, *, many: bool = False) -> dict[str, FactTerm]:
    return dict.fromkeys(keys.split(), FactTerm(kind, many))


_PERSON = {
    **_of(
        "text", "full_name given_names_all birth_place age nationality profession height eyes hair language"
    ),
    **_of("text", "languages description reference_person income_source school benefit email marital"),
    **_of("text", "also_written alias signs household employer companion", many=True),
    **_of("date", "born died deceased_on moved_in address_since employer_since"),
    **_of("code", "sex civil_status residence_status alive"),
    **_of("address", "address"),
    **_of("address", "earlier_address former_address", many=True),
    **_of("phone", "phone contact", many=True),
}
_VEHICLE = {
    **_of("plate", "plate"),
    **_of("text", "make model colour fuel category body engine insurer policy policy_number mileage"),
    **_of("text", "tax_year taxi_licence passages holder owner driving_ban_categories licence_number"),
    **_of("text", "licence_categories camera confidence certainty direction"),
    **_of("text", "vehicle", many=True),
    **_of("date", "first_registered registered registered_since inspected_until inspection_until"),
    **_of("date", "insured_until zone_admitted_until licence_until driving_ban_since driving_ban_until"),
    **_of("code", "vehicle_kind vehicle_status registration_status insured inspected inspection_result"),
    **_of("code", "tax_paid zone_admitted licence_status"),
}
_DOCUMENT = {
    **_of("text", "document_number issued_by issuer issuing_country permit_number card_number guard_card"),
    **_of("text", "document_of permit", many=True),
    **_of("date", "issued issued_on expires valid_from valid_until"),
    **_of("code", "document_kind document_status permit_kind"),
}
_JUSTICE = {
    **_of("text", "measure action authority reference article area hours court prison follow_up amount"),
    **_of("text", "creditor notice reason sentence place"),
    **_of("text", "offence condition conditions", many=True),
    **_of("date", "since until judged_on released_on leave_until stolen_on lost_on reported_on"),
    **_of("code", "dangerous worrying breached fingerprints dna photo_held"),
}
_EVENT = {
    **_of("text", "event_kind event_role event_number event_unit events_count unit role location last_seen"),
    **_of("text", "event", many=True),
    **_of("date", "event_on seen_on"),
    **_of("time", "seen_at at last_seen_at"),
    **_of("code", "event_status"),
}
_THING = {
    **_of("text", "weapon_number weapon_permit weapon_calibre calibre object_number object_model breed chip"),
    **_of("text", "boat_name operator_id"),
    **_of("text", "weapon", many=True),
    **_of("code", "weapon_kind object_kind"),
}
_PLACE = {
    **_of("text", "ward municipality street residents landlord consumption connection"),
    **_of("code", "building_kind rented vacant"),
}
_COMPANY = {
    **_of("text", "name company_number company_name form legal_form activity operator opening_hours"),
    **_of("text", "mandate shop", many=True),
    **_of("date", "started started_on stopped stopped_on"),
    **_of("code", "company_status shop_kind prepaid"),
}
_ANY = {
    **_of("text", "national_number bis_number document vin company serial pv country number photo"),
    **_of("text", "remark dataset topic", many=True),
    **_of("date", "updated_on"),
    **_of("code", "status kind register"),
    **_of("number", "count score"),
}

FACTS: dict[str, FactTerm] = {
    **_PERSON,
    **_VEHICLE,
    **_DOCUMENT,
    **_JUSTICE,
    **_EVENT,
    **_THING,
    **_PLACE,
    **_COMPANY,
    **_ANY,
}

VALUES: frozenset[str] = _words(
    """M F X unknown yes no valid expired withdrawn suspended stolen lost cancelled active stopped bankrupt
    refused granted pending missing wanted in_force ended planned found seized sold exported destroyed alive
    dead deceased present absent free detained on_leave released passed failed held single married divorced
    widowed cohabiting identity_card passport driving_licence residence_card parking_card guard_card
    weapon_licence car motorcycle moped van lorry trailer bus tractor bicycle phone computer laptop boat drone
    dog firearm jewel artwork camera_object other suspect victim witness involved"""
)
"""What a fact of the kind `code` may say."""

ROLES: frozenset[str] = _words(
    """holder former_holder driver owner keeper insured insured_by resident reference_person family partner
    parent child sibling contact tenant landlord employer employee director mandatary subscriber suspect
    victim witness involved convicted detained excluded reporter protected travelled_with vehicle weapon
    document address former_address phone company shop organisation object animal camera event"""
)

WARNINGS: frozenset[str] = _words(
    """wanted wanted_arrest wanted_surrender wanted_bring wanted_hearing wanted_hear wanted_locate
    wanted_serve wanted_convicted missing missing_person missing_worrying missing_protect entry_refused
    refuse_entry discreet_check specific_check escaped stolen_vehicle stolen_plate stolen_document
    stolen_object lost_document withdrawn_document expired_document unknown_document document_invalid
    used_in_crime vehicle_sought plate_cancelled not_insured inspection_expired not_registered
    zone_forbidden tax_unpaid licence_withdrawn licence_expired no_licence driving_ban weapon_at_address
    weapon_holder weapon_ban dangerous violent armed escape_risk contagious self_harm dangerous_animal
    dangerous_dog area_ban contact_ban residence_ban curfew alcohol_ban condition_in_force conditions
    condition_breached conditions_breached probation restraining_order restraining_order_address entry_ban
    stadium_ban under_guardianship known_for_events unpaid_fine seizure seize debts in_custody prison_leave
    protected_person sanctioned deceased removed_ex_officio permit_expired permit_withdrawn attention"""
)

ACTS: frozenset[str] = _words(
    """arrest bring_before_magistrate surrender hear locate serve shelter call_magistrate no_driving seize
    check_discreetly check_thoroughly refuse_entry"""
)
"""What is expected of the officer with a warning: text `search-act-<code>`."""

IDENTIFIERS: dict[str, RecordType] = {
    "national_number": "person",
    "bis_number": "person",
    "plate": "vehicle",
    "vin": "vehicle",
    "document": "document",
    "company": "organisation",
    "phone": "phone",
    "address": "address",
    "serial": "object",
    "pv": "event",
}
"""Identifier → the type of record that it names; on a record of another type it is a plain fact."""
