"""A refusal: why a typed text was not taken, said to the person who typed it."""

from __future__ import annotations

from briefing.frozen import frozen


@frozen
class Refusal:
    """`message` is a sentence for a person.

    `readings` are the texts that may have been meant, where there are several: each, given back to the function that
    refused (to `read_amount` and `read_change` with ``point="."``), is read.
    """

    message: str
    readings: tuple[str, ...] = ()


def foreign_digit(text: str) -> Refusal | None:
    """A refusal when the text holds a digit or number sign other than 0 to 9, which would be read by guessing."""
    for sign in text:
        if sign.isnumeric() and not sign.isascii():
            return Refusal(f"“{sign}” is not one of the digits 0 to 9. Please type those.")
    return None


#: More letters than any amount or period has; a longer text is a slip of the clipboard.
MOST_LETTERS = 160


def too_long(text: str) -> Refusal | None:
    """A refusal of a text that is no value of a cell by its length alone."""
    if len(text) <= MOST_LETTERS:
        return None
    return Refusal(f"This text is too long for a cell: “{text.strip()[:20]}…”.")
