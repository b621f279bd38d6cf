"""A public warning in the one form, by the words of the Common Alerting Protocol."""

from __future__ import annotations

from focus.modules.incidents.messages.form import Area, Attachment, Form, Moment, Named


class Told(Form, frozen=True, kw_only=True):
    """What an alert says in one language, or for one audience."""

    language: str = "en-US"
    """RFC 3066; the standard's default."""
    categories: tuple[str, ...] = ()
    event: str
    responses: tuple[str, ...] = ()
    urgency: str
    severity: str
    certainty: str
    audience: str = ""
    event_codes: tuple[Named, ...] = ()
    effective: Moment | None = None
    onset: Moment | None = None
    expires: Moment | None = None
    sender_name: str = ""
    headline: str = ""
    text: str = ""
    instruction: str = ""
    web: str = ""
    contact: str = ""
    parameters: tuple[Named, ...] = ()
    areas: tuple[Area, ...] = ()
    attachments: tuple[Attachment, ...] = ()


class Alert(Form, frozen=True, kw_only=True):
    """An alert; `Report.kind` says whether it is one, an update, a cancellation or an answer."""

    status: str
    """Actual, Exercise, System, Test or Draft."""
    message: str
    """Alert, Update, Cancel, Ack or Error."""
    scope: str
    """Public, Restricted or Private."""
    source: str = ""
    restriction: str = ""
    addresses: str = ""
    codes: tuple[str, ...] = ()
    note: str = ""
    told: tuple[Told, ...] = ()
