"""
Reading a report: a press report or communiqué in English or Russian becomes draft records with their evidence.

Plain values in and out. The words that are known come in as a :class:`Lexicon`, what the council knows of itself as a
:class:`Register`; ``accord.formats.lexica`` and ``accord.formats.registers`` read both.

Source: docs/reference/reading.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.engine.reading.discrepancies import discrepancies_of
from accord.engine.reading.lexicon import Lexicon, Register
from accord.engine.reading.model import KINDS, Report, as_json
from accord.engine.reading.reading import LONGEST, Lexica, TooLong, read

__all__ = ["KINDS", "LONGEST", "Lexica", "Lexicon", "Register", "Report", "TooLong", "as_json", "read_report"]


def read_report(text: str, lexica: Lexica, register: Register, against: Sequence[str] = (), day: str = "") -> Report:
    """
    Return what a report says, with everything in it that does not fit.

    Args:
        text: the report as read; every place in the answer is in its code points, half-open.
        lexica: from "en" or "ru" to the :class:`Lexicon` of that language.
        register: what the council knows of itself; an empty one knows nothing.
        against: other reports of the same event.
        day: of the report, ``YYYY-MM-DD``, where its words say none; "" where it is not known.

    Returns:
        A report with ``about`` "council", or "other" with every list empty.

    Raises:
        TooLong: a text has more than :data:`LONGEST` code points.
    """
    reading = read(text, lexica, register, day)
    others = [read(other, lexica, register) for other in against]
    return replace(reading.report, discrepancies=discrepancies_of(reading, others))
