"""Records of the sides and their people."""

from __future__ import annotations

from briefing.dossier.meeting import Line
from briefing.dossier.record import Record
from briefing.frozen import frozen


@frozen
class Person(Record):
    """`office` is the office in full, as at first mention; `short_office` with `family_name` as at later ones.

    `name` is spelled and ordered as it should be printed. `represents` is whom someone speaks for who is not there;
    `speaks` the place in the speaking order where it differs from protocol. `gender` is for languages that need it.
    """

    id: str
    name: str = ""
    family_name: str = ""
    honorific: str = ""
    office: str = ""
    short_office: str = ""
    other_offices: tuple[Line, ...] = ()
    organisation: str = ""
    role: str = ""
    represents: str = ""
    speaks: str = ""
    gender: str = ""
    biography: str = ""


@frozen
class Side(Record):
    """A country (ISO 3166 code) or an organisation (its name), with its people in protocol order."""

    id: str
    country: str = ""
    ours: bool = False
    people: tuple[Person, ...] = ()
