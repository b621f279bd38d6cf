"""Cases: what the author of a module declares.

This imports nothing heavy. What makes a declaration work is imported from its own file: see README.md here.
"""

from focus.kit.declaring.case import (
    Assign,
    CaseType,
    Check,
    Deadline,
    Delay,
    Keep,
    Match,
    Move,
    Parties,
    Printout,
    Step,
)
from focus.kit.declaring.fields import (
    Address,
    Area,
    Choice,
    Date,
    Entries,
    Field,
    Group,
    Moment,
    Number,
    Person,
    Photos,
    Place,
    Signature,
    Text,
    Vehicle,
    YesNo,
)
from focus.kit.declaring.labels import Label, t

__all__ = [
    "Address",
    "Area",
    "Assign",
    "CaseType",
    "Check",
    "Choice",
    "Date",
    "Deadline",
    "Delay",
    "Entries",
    "Field",
    "Group",
    "Keep",
    "Label",
    "Match",
    "Moment",
    "Move",
    "Number",
    "Parties",
    "Person",
    "Photos",
    "Place",
    "Printout",
    "Signature",
    "Step",
    "Text",
    "Vehicle",
    "YesNo",
    "t",
]
