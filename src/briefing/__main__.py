"""Lets `python -m briefing` do what `briefing` does."""

import sys

from briefing.cli import main

sys.exit(main())
