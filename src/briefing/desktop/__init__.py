"""What is seen: session, window, form, page view.

PySide puts an import of its own in the place of Python's. For the sake of `from __feature__ import snake_case`, which
is not used here, it reads and keeps the source of every module that is imported from then on: 15 ms until a dossier is
shown, and 8 MB. What PySide had put before that, its lazy loading, stays.
"""

import builtins

import PySide6.QtCore  # noqa: F401  puts its import in place

if hasattr(builtins, "__orig_import__"):
    builtins.__import__ = builtins.__orig_import__
