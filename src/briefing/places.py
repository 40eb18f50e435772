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
    """The user's own folder for drafts and the log (XDG Base Directory, or the platform's like)."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "briefing"


def own_templates() -> Path:
    return own_data() / "templates"
