"""Packs: folders with a description, a body per language and a letterhead. On screen: document types."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from briefing.compose.errors import ComposeError
from briefing.dossier import gate
from briefing.dossier.fields import AUDIENCES, FIELDS, Audience, field_at
from briefing.dossier.paths import PathError
from briefing.frozen import frozen

DESCRIPTION = "template.toml"
#: A language as BCP 47 writes it; it is part of a file's name.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LETTERHEAD = "letterhead.docx"


class PackError(ComposeError):
    """A pack that cannot be used; its text is a sentence that names the file and the reason."""


@frozen
class Pack:
    """A document type. `names` and `bodies` are by language code; `needs` are the field patterns it cannot do without.

    `running` names what stands in header and footer: `marking` may be fixed words of the pack.
    """

    id: str
    folder: Path
    names: Mapping[str, str]
    audience: Audience
    bodies: Mapping[str, Path]
    needs: tuple[str, ...]
    marking: str = ""

    @property
    def letterhead(self) -> Path:
        return self.folder / LETTERHEAD

    def name(self, language: str = "en") -> str:
        return self.names.get(language) or next(iter(self.names.values()), self.id)


def load(folder: Path) -> Pack:
    """The pack in a folder. PackError with the file and the reason when it is not whole."""
    file = folder / DESCRIPTION
    try:
        said = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise PackError(f"{folder.name} is no document type: {DESCRIPTION} could not be read.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{folder.name}/{DESCRIPTION}: {error}.") from error
    audience = said.get("audience")
    if audience not in AUDIENCES:
        raise PackError(f'{folder.name}/{DESCRIPTION}: "audience" must be one of {", ".join(AUDIENCES)}.')
    names = _texts(said.get("name"), folder)
    bodies = {code: folder / f"body.{code}.md" for code in names}
    for body in [*bodies.values(), folder / LETTERHEAD]:
        if not body.is_file():
            raise PackError(f"{folder.name}: {body.name} is missing.")
    marking = said.get("marking", "")
    if not isinstance(marking, str):
        raise PackError(f'{folder.name}/{DESCRIPTION}: "marking" must be text.')
    return Pack(folder.name, folder, names, cast(Audience, audience), bodies, _needs(said, folder), marking)


def read_body(pack: Pack, language: str) -> tuple[str, str]:
    """The name of a pack's body in a language, as errors call it, and its text. PackError when there is none."""
    body = pack.bodies.get(language)
    if body is None:
        raise PackError(f"{pack.id} has no text in the language {language}; it has {', '.join(sorted(pack.bodies))}.")
    name = f"{pack.id}/{body.name}"
    try:
        return name, gate.admit(body.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise PackError(f"{name} could not be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise PackError(f"{name}: byte {error.start} is not UTF-8 text.") from error


def _texts(value: Any, folder: Path) -> dict[str, str]:
    known = isinstance(value, dict) and value and all(isinstance(text, str) for text in value.values())
    if known and all(_LANGUAGE.fullmatch(code) for code in value):
        return dict(value)
    raise PackError(f'{folder.name}/{DESCRIPTION}: "name" must give a name for each language.')


def _needs(said: dict[str, Any], folder: Path) -> tuple[str, ...]:
    """What the field list says that this pack needs, and what the pack adds of itself."""
    own = said.get("needs", [])
    if not isinstance(own, list):
        raise PackError(f'{folder.name}/{DESCRIPTION}: "needs" must be a list of fields.')
    for path in own:
        try:
            field_at(path)
        except (PathError, TypeError, AttributeError) as error:
            raise PackError(f'{folder.name}/{DESCRIPTION}: "needs" names {path!r}, which is no field.') from error
    listed = [field.path for field in FIELDS if folder.name in field.needed_by]
    return tuple(dict.fromkeys([*listed, *own]))


def load_all(folders: list[Path]) -> tuple[Pack, ...]:
    """All packs in some folders, the first of a name winning, by name. A folder that is no pack is passed over."""
    found: dict[str, Pack] = {}
    for folder in folders:
        if folder.is_dir():
            for each in sorted(folder.iterdir()):
                if (each / DESCRIPTION).is_file() and each.name not in found:
                    found[each.name] = load(each)
    return tuple(found.values())
