"""What people type, read without guessing: the one door to the readers of amounts, growth, periods, dates and times.

Each reader gives the value or a `Refusal`, a sentence for the person who typed; each has its counterpart that shows
the value so that it reads back.
"""

from briefing.dossier.amounts import read_amount, show_amount
from briefing.dossier.dates import read_date, read_partial_date, read_time, show_date, show_partial_date
from briefing.dossier.growth import read_change, show_change
from briefing.dossier.periods import read_period, show_period
from briefing.dossier.refusal import Refusal
from briefing.dossier.shares import read_share, show_share

__all__ = [
    "Refusal",
    "read_amount",
    "read_change",
    "read_date",
    "read_partial_date",
    "read_period",
    "read_share",
    "read_time",
    "show_amount",
    "show_change",
    "show_date",
    "show_partial_date",
    "show_period",
    "show_share",
]
