"""Decisions without a text that are made known, for tests."""

from __future__ import annotations

from accord.decisions import actions as decisions
from accord.decisions.models import Ruling
from accord.publishing import actions, queries
from accord.publishing.models import Announcement
from tests.decisions import putting
from tests.factories import Council, key


def decided(council: Council, **more: object) -> Ruling:
    """Let the council decide without a text: no member has an objection."""
    question = putting.put(council, **more)
    for code in ("XAA", "XBB", "XCC", "XDD"):
        putting.say(council, question, code, "no_objection")
    decisions.close(question.pk, by=council.chair, key=key())
    return Ruling.objects.get(question=question)


def prepared(council: Council, ruling: Ruling) -> Announcement:
    """Let the secretariat prepare it."""
    seen = queries.decided_page(council.secretariat, ruling.pk).fingerprint
    return actions.prepare_decision(ruling.pk, by=council.secretariat, seen=seen, key=key())


def known(council: Council, ruling: Ruling) -> Announcement:
    """Let the secretariat prepare it and the chair make it known."""
    row = prepared(council, ruling)
    return actions.release_decision(ruling.pk, by=council.chair, seen=row.fingerprint, key=key())
