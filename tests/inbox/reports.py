"""A council with a register, and reports about it; all names are invented."""

from __future__ import annotations

from datetime import date
from typing import Any

from accord.access import Subject
from accord.inbox import actions
from accord.inbox.models import Item, StoredReport
from accord.inbox.values import ReportEntry
from accord.members import actions as members
from accord.members.values import OrganEntry, PersonEntry, PostEntry
from tests import factories
from tests.factories import Council

REPORT = """Ministers of the Example Council meet in Bishkek

Bishkek, 3 June 2030. The Council of Foreign Ministers of the Example Council held a regular meeting in Bishkek today.
The meeting was chaired by Minister of Foreign Affairs of Aland Example Anna Brook.
The ministers adopted a statement on clean rivers and discussed a draft programme of work on wells.
They also discussed cooperation with the United Nations in countering terrorism.
"We are confident that the only way is dialogue," Anna Brook said.
The joint exercise "Clear Spring 2029" will be held in Aland Example this autumn.
The joint operation "Heron" was carried out. The next meeting will be held in Astana on Tuesday, 4 June 2031.
"""
OTHER = "The home team won its match by two goals before a large and cheerful crowd."


def known(council: Council) -> Council:
    """Enter the organ and the minister of the report."""
    pk, by = council.organisation.pk, council.secretariat
    organ = OrganEntry("cfm", "Council of Foreign Ministers", level="ministers")
    members.enter_register(pk, [organ], [], [], by=by, key=factories.key())
    post = PostEntry("Minister of Foreign Affairs", member="XAA", since=date(2028, 1, 1))
    members.enter_people(pk, [PersonEntry("Anna Brook", (post,))], by=by, key=factories.key())
    return council


def stored(council: Council, text: str = REPORT, title: str = "Ministers meet", **more: Any) -> StoredReport:
    """Store a report."""
    entry = ReportEntry("Example Agency", title, text, **more)
    return actions.store_report(council.organisation.pk, entry, by=council.secretariat, key=factories.key())


def items(report: StoredReport, kind: str) -> list[Item]:
    """Return the items of one kind."""
    return [*report.items.filter(kind=kind)]


def again(report: StoredReport, by: Subject) -> StoredReport:
    """Read a report again."""
    return actions.read_again(report.pk, by=by, key=factories.key())
