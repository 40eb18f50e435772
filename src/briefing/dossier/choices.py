"""The choices of the fields that have some: the code that the file keeps, and what the form shows."""

from __future__ import annotations

from briefing.frozen import frozen


@frozen
class Choice:
    """One answer to a `choice` field: the code that the file keeps, and what the form shows."""

    code: str
    label: str


def _choices(**labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(code, label) for code, label in labels.items())


def codes(found: tuple[str, ...]) -> tuple[Choice, ...]:
    """Choices whose labels are their codes in words."""
    return tuple(Choice(code, code.replace("_", " ").capitalize()) for code in found)


_MEASURES = {
    "total": "Total trade",
    "export": "Exports",
    "import": "Imports",
    "re_export": "Re-exports",
    "balance": "Trade balance",
    "fdi_inflow": "Direct investment, inflow",
    "fdi_stock": "Direct investment, stock",
    "fdi_outward_stock": "Direct investment abroad, stock",
    "fdi_cumulative": "Direct investment since a year",
}


def measures(found: tuple[str, ...]) -> tuple[Choice, ...]:
    """Choices of measures, whose codes in words would not always say what they are."""
    return tuple(Choice(each.code, _MEASURES.get(each.code, each.label)) for each in codes(found))


KINDS = _choices(
    political_consultations="Political consultations",
    foreign_office_consultations="Foreign-office consultations",
    strategic_dialogue="Strategic dialogue",
    joint_commission="Joint commission",
    joint_committee="Joint committee",
    talks_beside_event="Talks beside an event",
    visit="Visit",
    phone_call="Phone call",
    video_conference="Video conference",
    courtesy_call="Courtesy call",
    none="No meeting (country brief)",
)
ROUNDS = _choices(first="First", regular="Regular")
FORMATS = _choices(in_person="In person", video="Video", phone="Phone")
PREVIOUS_FORMATS = _choices(in_person="In person", video="Online", phone="By phone")
OPENNESS = _choices(open="Open", closed="Closed")
INTERPRETATION = _choices(none="None", consecutive="Consecutive", simultaneous="Simultaneous", whispered="Whispered")
GRADES = _choices(we_raise="We raise", they_raise="They raise", if_raised="Only if raised")
ROLES = _choices(
    head="Head",
    co_chair="Co-chair",
    member="Member",
    representing="Representing",
    ambassador="Ambassador",
    charge="Chargé d’affaires",
    interpreter="Interpreter",
    note_taker="Note-taker",
)
GENDERS = _choices(f="Woman", m="Man")
ANSWERS = _choices(waiting="Waiting", cleared="Cleared", with_changes="With changes", refused="Refused")
PURPOSES = _choices(action="For action", information="For information")
CHARTS = _choices(none="None", bars="Bars", lines="Lines")
CURRENCIES = _choices(
    USD="US dollars", EUR="Euros", GBP="Pounds sterling", CHF="Swiss francs", CNY="Yuan", JPY="Yen", KZT="Tenge",
    RUB="Roubles",
)  # fmt: skip
