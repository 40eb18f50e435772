"""Where things live: bundled templates and resources, and the user's own folders."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _bundled() -> Path:
    """The folder that holds ``templates`` and ``resources``: inside the wheel, or the repository's top."""
    packaged = Path(__file__).parent / "data"
    return packaged if packaged.is_dir() else Path(__file__).parents[2]


def templates() -> Path:
    return _bundled() / "templates"


def resources() -> Path:
    return _bundled() / "resources"


def samples() -> Path:
    return resources() / "samples"


def own_data() -> Path:
    """The user's own folder for templates, drafts and the log (XDG Base Directory, or the platform's like)."""
    if sys.platform == "win32":
        base = _named("LOCALAPPDATA") or _home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = _home() / "Library" / "Application Support"
    else:
        base = _named("XDG_DATA_HOME") or _home() / ".local" / "share"
    return base / "briefing"


def own_cache() -> Path:
    """The folder for what can be made again at any time."""
    if sys.platform == "win32":
        return own_data() / "cache"
    if sys.platform == "darwin":
        return _home() / "Library" / "Caches" / "briefing"
    return (_named("XDG_CACHE_HOME") or _home() / ".cache") / "briefing"


def _named(variable: str) -> Path | None:
    """The folder that a variable names; a path that is not absolute does not count (XDG Base Directory 0.8)."""
    path = Path(os.environ.get(variable, ""))
    return path if path.is_absolute() else None


def _home() -> Path:
    """The home folder; the current one for a user who has none, as in some containers."""
    try:
        return Path.home()
    except RuntimeError:
        return Path.cwd()


def own_templates() -> Path:
    return own_data() / "templates"
