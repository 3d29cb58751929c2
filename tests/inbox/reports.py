"""A council with a register, and reports about it; all names are invented."""

from __future__ import annotations

from datetime import date
from typing import Any

from accord.access import Subject
from accord.documents.values import DocumentEntry
from accord.documents.values import ReportEntry as DocumentReport
from accord.inbox import actions
from accord.inbox.models import Item, StoredReport
from accord.inbox.values import DocumentTaking, ReportEntry
from accord.meetings import actions as meetings
from accord.meetings.models import Meeting
from accord.meetings.values import Convocation
from accord.members import actions as members
from accord.members.models import Organisation
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
TOLD = (
    REPORT.replace("2031", "2025").replace("2030", "2024").replace("2029", "2023")
    + "Minister of Foreign Affairs of Bergen Example Cora Field did not attend the meeting.\n"
    + "Aland Example proposes to set up a joint centre for clean water by 1 March 2025.\n"
)
"""A report of a meeting that is over: of who did not come, and of what was proposed there."""
RUSSIAN = "Заседание Совета министров иностранных дел прошло в Бишкеке третьего июня две тысячи тридцатого года."
OTHER = "The home team won its match by two goals before a large and cheerful crowd."


def known(council: Council) -> Council:
    """Enter the organ and the minister of the report."""
    pk, by = council.organisation.pk, council.secretariat
    organ = OrganEntry("cfm", "Council of Foreign Ministers", level="ministers")
    members.enter_register(pk, [organ], [], [], by=by, key=factories.key())
    post = PostEntry("Minister of Foreign Affairs", member="XAA", since=date(2028, 1, 1))
    members.enter_people(pk, [PersonEntry("Anna Brook", (post,))], by=by, key=factories.key())
    return council


def convened(council: Council) -> Meeting:
    """Convene the meeting of the report ``TOLD`` in a public council, which knows who did not come."""
    known(council)
    pk, by = council.organisation.pk, council.secretariat
    Organisation.objects.filter(pk=pk).update(public=True)
    council.organisation.refresh_from_db()
    post = PostEntry("Minister of Foreign Affairs", member="XBB", since=date(2020, 1, 1))
    members.enter_people(pk, [PersonEntry("Cora Field", (post,))], by=by, key=factories.key())
    convoked = Convocation("Council of Foreign Ministers", organ="cfm", day=date(2024, 6, 3), formats=("extended",))
    return meetings.convene(pk, convoked, by=by, key=factories.key())


def stored(council: Council, text: str = REPORT, title: str = "Ministers meet", **more: Any) -> StoredReport:
    """Store a report."""
    entry = ReportEntry("Example Agency", title, text, **more)
    return actions.store_report(council.organisation.pk, entry, by=council.secretariat, key=factories.key())


def told_document(title: str, day: date) -> DocumentTaking:
    """Return a statement, everybody's to see, of which a report told on a day."""
    return DocumentTaking(DocumentEntry(title, "statement", open=True), DocumentReport("Adopted there", day))


def items(report: StoredReport, kind: str) -> list[Item]:
    """Return the items of one kind."""
    return [*report.items.filter(kind=kind)]


def again(report: StoredReport, by: Subject) -> StoredReport:
    """Read a report again."""
    return actions.read_again(report.pk, by=by, key=factories.key())
