"""Migrations: what makes a dossier file of an older schema version into one of the current version."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from briefing.dossier.decode import FileError
from briefing.dossier.model import SCHEMA_VERSION

Migration = Callable[[dict[str, Any]], dict[str, Any]]

#: From each version to the next, by the version it starts from. Version 1 is the first.
MIGRATIONS: dict[int, Migration] = {}


class NewerFileError(FileError):
    """A dossier file of a newer schema version: it can be looked at, as far as its keys are ours, and not written."""


def newest(tree: dict[str, Any]) -> dict[str, Any]:
    """The file's tree in the current version, without its version key.

    FileError for a version that is no whole number, NewerFileError for a newer one: what this program does not know it
    must not write over.
    """
    version = tree.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileError('it has no "schema_version", a whole number from 1, so it is no dossier.')
    if version > SCHEMA_VERSION:
        raise NewerFileError(
            f"it was saved by a newer version of Briefing (format {version}; this one reads up to {SCHEMA_VERSION}). "
            "Nothing was opened or changed."
        )
    while version < SCHEMA_VERSION:
        tree = MIGRATIONS[version](tree)
        version += 1
    return without_version(tree)


def without_version(tree: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in tree.items() if key != "schema_version"}
