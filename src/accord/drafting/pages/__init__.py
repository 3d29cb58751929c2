"""
What the pages of negotiated texts show: frozen values, built in ``queries`` for one subject, rendered by templates.

Codes are strings such as "KAZ"; a :class:`Holder` adds what a page needs of them. "Mine" is the subject's delegation.
"""

from accord.drafting.pages.comparing import ComparePage, Difference
from accord.drafting.pages.deciding import DecisionPage, Outcome
from accord.drafting.pages.room import (
    Asked,
    Asking,
    BlockPanel,
    Figures,
    HandedIn,
    Panel,
    Powers,
    Preview,
    Round,
    TextPage,
    TextRow,
    VersionRow,
)
from accord.drafting.pages.since import SincePage, Touch
from accord.drafting.pages.wording import Event, Holder, Mine, Mover, Open, Option, Paragraph, Remark, Row, Words

__all__ = [
    "Asked",
    "Asking",
    "BlockPanel",
    "ComparePage",
    "DecisionPage",
    "Difference",
    "Event",
    "Figures",
    "HandedIn",
    "Holder",
    "Mine",
    "Mover",
    "Open",
    "Option",
    "Outcome",
    "Panel",
    "Paragraph",
    "Powers",
    "Preview",
    "Remark",
    "Round",
    "Row",
    "SincePage",
    "TextPage",
    "TextRow",
    "Touch",
    "VersionRow",
    "Words",
]
