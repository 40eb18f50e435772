"""The command line: what scripts may rely on. Each command loads only what it needs."""

from __future__ import annotations

import argparse
import io
import json
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from briefing import __version__, places

if TYPE_CHECKING:
    from briefing.checks.finding import Finding
    from briefing.compose.packs import Pack
    from briefing.dossier.model import Dossier

T = TypeVar("T")

BAD_INPUT = 2
#: As shells give it for a command that Ctrl+C ended: 128 and the number of the signal.
INTERRUPTED = 130
SAMPLE = "stockholm-2023.json"


class InputError(Exception):
    """Something that the caller gave cannot be used; the text is one line for stderr."""


class _Parser(argparse.ArgumentParser):
    """A parser that takes options by their whole names alone: a short form may mean two of them one day."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"{self.prog}: {_one_line(message)}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 0, 1 where a check found an error, or 2 for bad input."""
    given = _parser().parse_args(arguments)
    _take_all_characters()
    try:
        return int(given.run(given))
    except InputError as error:
        print(f"briefing: {_one_line(str(error))}", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED


def _one_line(text: str) -> str:
    """The text in one line, whatever stood in a file's name."""
    return " ".join(text.split())


def _take_all_characters() -> None:
    """Have stdout give file names as the system has them, and escape what its encoding cannot write."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        whole = sys.stdout.encoding.lower().replace("-", "") == "utf8"
        sys.stdout.reconfigure(errors="surrogateescape" if whole else "backslashreplace")


def _say(line: str) -> None:
    """Print a line at once. A reader that has gone, as `| head` does, stops no command; a full disk does."""
    try:
        print(line, flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise InputError(f"nothing more can be printed: {error.strerror or error}") from error


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="briefing", description="Briefing notes and press releases composed from one dossier.")
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    parser.set_defaults(run=_open, file=None, sample=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)

    command = commands.add_parser("open", help="open a dossier in the app")
    command.add_argument("file", metavar="FILE", type=Path)
    command.set_defaults(run=_open)

    command = commands.add_parser("sample", help="open the sample; with no display, export it to out/")
    command.set_defaults(run=_open, sample=True)

    command = commands.add_parser("export", help="write the documents of dossiers")
    command.add_argument("files", metavar="FILE", type=Path, nargs="+")
    command.add_argument("--template", metavar="NAME-or-folder", required=True)
    command.add_argument("--language", default="en")
    command.add_argument("--format", dest="formats", action="append", required=True)
    ways = "a4, a5, large-print, topic-pages, run-on-annexes, numbered or clearance"
    command.add_argument("--copy", dest="ways", metavar="WAY", action="append", default=[], help=f"for reading: {ways}")
    command.add_argument("--out", metavar="DIR", type=Path, required=True)
    command.set_defaults(run=_export)

    command = commands.add_parser("check", help="say what in dossiers is missing or cannot be right")
    command.add_argument("files", metavar="FILE", type=Path, nargs="+")
    command.add_argument("--template", metavar="NAME")
    command.add_argument("--against", metavar="EARLIER", type=Path, help="hold the figures against this dossier's too")
    command.add_argument("--json", action="store_true", help="one line of JSON per file")
    command.set_defaults(run=_check)

    command = commands.add_parser("template", help="document types")
    inner = command.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_Parser)
    inner.add_parser("list", help="list the document types").set_defaults(run=_list_templates)

    commands.add_parser("schema", help="print the JSON Schema of a dossier file").set_defaults(run=_schema)
    return parser


def has_display() -> bool:
    """Whether a window can be shown: elsewhere than on Windows and macOS a display must be named."""
    named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM")
    return sys.platform in ("win32", "darwin") or bool(named)


def _open(given: argparse.Namespace) -> int:
    if not has_display():
        if given.sample:
            return _export_sample(Path("out"))
        raise InputError("there is no display to open a window on; `briefing export` works without one")
    from briefing import app

    file = given.file
    if file is not None:
        _look_into(file)  # said on the command line rather than in a window that then stands empty
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python would hear of Ctrl+C only when something else happens
    return app.run(file=file, sample=places.samples() / SAMPLE, show_sample=given.sample)


def _export_sample(out: Path) -> int:
    dossier = _read(places.samples() / SAMPLE)
    from briefing.export.formats import WHOLE

    _say(f"No display: the sample is exported to {out}{os.sep} instead.")
    for pack in _packs(places.templates()):
        _deliver([(places.samples() / SAMPLE, dossier)], pack, "en", [each.name for each in WHOLE], out)
    return 0


def _export(given: argparse.Namespace) -> int:
    dossiers = [(file, _read(file)) for file in given.files]
    from briefing.compose.copies import WAYS

    unknown = next((name for name in given.ways if name not in WAYS), "")
    if unknown:
        raise InputError(f"there is no reading copy {unknown}; there are {', '.join(WAYS)}")
    _deliver(dossiers, _pack(given.template), given.language, given.formats, given.out, given.ways)
    return 0


def _deliver(
    dossiers: list[tuple[Path, Dossier]],
    pack: Pack,
    language: str,
    formats: list[str],
    out: Path,
    ways: Sequence[str] = (),
) -> None:
    from briefing.compose.copies import copy_of
    from briefing.compose.errors import ComposeError
    from briefing.export.delivery import DeliveryError, deliver

    try:
        for path in deliver(dossiers, pack, language, formats, out, copy_of(ways)):
            _say(str(path))
    except (DeliveryError, ComposeError) as error:
        raise InputError(str(error)) from error


def _check(given: argparse.Namespace) -> int:
    from briefing.checks.all import check

    dossiers = [(file, _read(file)) for file in given.files]
    pack = _pack(given.template) if given.template else None
    earlier = _read(given.against) if given.against else None
    of_pack = (pack.id, pack.name(), pack.needs) if pack else ()
    grave = False
    for file, dossier in dossiers:
        found = check(dossier, *of_pack, earlier=earlier)
        grave = grave or any(finding.severity == "error" and not finding.dismissed for finding in found)
        if given.json:
            _say(json.dumps({"file": str(file), "findings": [_as_json(finding) for finding in found]}))
        else:
            _print_findings(file, found)
    return 1 if grave else 0


def _print_findings(file: Path, found: Sequence[Finding]) -> None:
    _say(f"{file}: {'nothing to say' if not found else ''}".rstrip())
    for finding in found:
        aside = f" (dismissed: {finding.dismissed})" if finding.dismissed else ""
        _say(f"  {finding.severity}: {finding.message} [{', '.join(finding.fields)}]{aside}")


def _as_json(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "fields": list(finding.fields),
        "message": finding.message,
        "stated": finding.stated,
        "computed": finding.computed,
        "explained_by_rounding": finding.explained_by_rounding,
        "mends": [mend.label for mend in finding.mends],
        "dismissed": finding.dismissed,
    }


def _list_templates(given: argparse.Namespace) -> int:
    for pack in _packs(places.own_templates(), places.templates()):
        _say(f"{pack.id}\t{pack.name()}\t{pack.audience}\t{','.join(sorted(pack.bodies))}")
    return 0


def _schema(given: argparse.Namespace) -> int:
    from briefing.dossier.schema import json_schema

    _say(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0


def _look_into(file: Path) -> None:
    """Refuse what no window could show; the dossier of a newer version it can, to be looked at."""
    from briefing.dossier.files import load

    _or_refuse(load, file)


def _read(file: Path) -> Dossier:
    from briefing.dossier.files import read

    return _or_refuse(read, file)


def _or_refuse(reader: Callable[[Path], T], file: Path) -> T:
    from briefing.dossier.decode import FileError

    try:
        return reader(file)
    except FileError as error:
        raise InputError(str(error)) from error


def _packs(*folders: Path) -> tuple[Pack, ...]:
    from briefing.compose.packs import PackError, load_all

    try:
        return load_all(list(folders))
    except PackError as error:
        raise InputError(str(error)) from error


def _pack(name: str) -> Pack:
    """The document type of that name, the person's own before ours; else the one in that folder.

    A name is looked for first, so that it means the same in whatever folder a script stands. No other document type is
    read, so that one that is broken keeps nobody from the rest.
    """
    from briefing.compose.packs import DESCRIPTION, PackError, load

    own = (places.own_templates(), places.templates())
    named = [] if set(name) & {os.sep, os.altsep} else [folder / name for folder in own]
    try:
        for folder in named:
            if (folder / DESCRIPTION).is_file():
                return load(folder)
        if Path(name).is_dir() or not named:
            return load(Path(name).absolute())
    except PackError as error:
        raise InputError(str(error)) from error
    raise InputError(f"there is no template {name}; there are {', '.join(pack.id for pack in _packs(*own))}")
