"""Failures: an error that nobody foresaw is logged and told, and the draft is kept. No traceback reaches a person."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

#: The log's name in the person's own folder.
LOG = "briefing.log"

_log = logging.getLogger("briefing")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def open_log(folder: Path) -> Path:
    """Log to a rotating file that stays on this machine. What a field holds is never logged."""
    # Its module brings sockets and pickling along, which take as long to load as the rest of the first window.
    from logging.handlers import RotatingFileHandler

    folder.mkdir(parents=True, exist_ok=True)
    file = folder / LOG
    handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False
    # A fatal signal leaves no time for the log: its own file says where each thread stood. It stays open to the end.
    crashes = os.open(folder / "crash.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    faulthandler.enable(crashes)
    return file


def catch(keep_draft: Callable[[], None], tell: Callable[[str], None], own: Path) -> None:
    """Take over unforeseen errors and Qt's messages: keep the draft first, then log, then tell the person.

    `own` is the folder of the log.
    """
    telling = False

    def on_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal telling
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if telling:
            return
        telling = True
        try:
            keep_draft()
            _log.error("unforeseen: %s", kind.__name__, exc_info=_without_values(kind, error, trace))
            tell(_sentence(own / LOG))
        finally:
            telling = False

    sys.excepthook = on_error
    qInstallMessageHandler(_on_qt_message)


def _sentence(log: Path) -> str:
    """What a person is told; the log is named where there is one, for whoever is asked for help wants it."""
    details = f" The details are in {log}." if log.exists() else ""
    return f"Something went wrong inside Briefing. What you typed is kept.{details}"


def _without_values(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> tuple[type[BaseException], BaseException, TracebackType | None]:
    """The error without its words: they may quote the text of a field, and the log never holds that."""
    bare = RuntimeError(f"{kind.__name__} (its message is left out of the log)")
    return RuntimeError, bare.with_traceback(trace), trace


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
