"""The file of our house: who we are, kept in the person's own folder and copied into each new dossier."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.dossier.model import Dossier, House

FILE = "house.json"
#: Bytes of a file that says nothing yet: "{}" and a line end.
_NOTHING = 4


def has_house(own: Path) -> bool:
    """Whether our house was filled. A look at the file's size: the start page asks, and nothing is loaded for it."""
    try:
        return (own / FILE).stat().st_size > _NOTHING
    except OSError:
        return False


def read(own: Path) -> House:
    """Our house; an empty one where there is no file yet. FileError, naming the file, when it cannot be read."""
    from briefing.dossier import decode
    from briefing.dossier.decode import FileError
    from briefing.dossier.model import House

    try:
        return decode.record(House, decode.tree((own / FILE).read_bytes()), "house")
    except FileNotFoundError:
        return House()
    except OSError as error:
        raise FileError(f"{FILE} could not be read: {error.strerror or error}.") from error
    except FileError as error:
        raise FileError(f"{FILE}: {error}") from error


def write(own: Path, house: House) -> None:
    """Write our house whole. ExportError, a sentence, when it cannot be. A file that cannot be read is kept beside."""
    import json

    from briefing.dossier import encode
    from briefing.dossier.decode import FileError
    from briefing.export.files import write_whole

    own.mkdir(parents=True, exist_ok=True)
    try:
        read(own)
    except FileError:
        (own / FILE).replace(own / "house.unreadable.json")
    write_whole(own / FILE, (json.dumps(encode.record(house), ensure_ascii=False, indent=2) + "\n").encode("utf-8"))


def new_dossier(house: House) -> Dossier:
    """The dossier that one begins with: our house in it, our side ours, its figures and its marking by default."""
    from briefing.dossier.model import Dossier, Handling, Side, Trade

    marking = house.markings[0].text if house.markings else ""
    return Dossier(
        house=house,
        handling=Handling(marking=marking),
        sides=(Side("s1", country=house.country, ours=True), Side("s2")),
        trade=Trade(reporter=house.statistics or house.country, unit="USD", scale="million"),
    )
