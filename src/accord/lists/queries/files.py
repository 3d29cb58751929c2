"""Lists as they are taken out, and what becomes of one that is brought in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from accord.access import Allow, NotVisible, Subject
from accord.formats.lists.csvs import write_csv
from accord.formats.lists.packing import write_xlsx
from accord.formats.lists.values import Sheet, Value
from accord.lists.access import may_enter_list
from accord.lists.columns import Column, shown
from accord.lists.gatherings import meeting_words
from accord.lists.heads import REMARK, filled, headed, language_column
from accord.lists.pages import ColumnLine, ListLine, ListsPage, PlanPage
from accord.lists.planning import Plan, plan_of
from accord.lists.queries.books import book_of, note_meetings, note_papers
from accord.lists.queries.declared import LISTS
from accord.lists.showing import plan_page
from accord.lists.values import DeclaredList, Scope
from accord.members.models import Organisation
from accord.members.queries import visible_organisations

WRITERS: Mapping[str, Callable[[Sequence[Sequence[Value]], str], bytes]] = {
    "csv": lambda rows, _name: write_csv(rows),
    "xlsx": write_xlsx,
}
"""How a list is written, by the suffix of its name."""


def lists_page(by: Subject, organisation_id: str) -> ListsPage:
    """Return all lists that can be taken out, and whether ``by`` may bring them in. Raises NotVisible."""
    organisation = _visible(by, organisation_id)
    may = isinstance(may_enter_list(by, organisation), Allow)
    return ListsPage(tuple(list_line(each.key) for each in LISTS.values()), may)


def list_line(what: str) -> ListLine:
    """Return a list with its columns. Raises NotVisible: there is no such list."""
    declared = _declared(what)
    columns = (ColumnLine(str(each.label), each.needed, str(each.hint)) for each in declared.columns)
    return ListLine(declared.key, str(declared.title), str(declared.row), tuple(columns))


def list_title(what: str) -> str:
    """Return what a list is called; "" where there is none of this key."""
    return str(LISTS[what].title) if what in LISTS else ""


def written_list(
    by: Subject, organisation_id: str, what: str, kind: str, *, on: date | None = None, narrow: str = ""
) -> bytes:
    """
    Return a list as a file, as far as ``by`` can see it.

    Args:
        kind: a key of :data:`WRITERS`. on: the day as of which; None for all of time. narrow: id of one meeting, or "".

    Raises:
        NotVisible: no such list, kind or organisation for this subject.
    """
    declared, scope = _declared(what), scope_of(by, _visible(by, organisation_id), on=on, narrow=narrow)
    known = [each.values for each in declared.known(scope) if not each.apart]
    columns = tuple(_columns_with_languages(declared, scope))
    rows = [[shown(values.get(column.key)) for column in columns] for values in known]
    return _file(declared, [[str(column.label) for column in columns], *rows], kind)


def empty_list(by: Subject, organisation_id: str, what: str, kind: str) -> bytes:
    """Return a file to fill in: the heads, and a row that says what each column takes, which is left out when read."""
    declared, scope = _declared(what), scope_of(by, _visible(by, organisation_id))
    columns = tuple(_columns_with_languages(declared, scope))
    hints = [str(column.hint) or (_("words") if not column.needed else "") for column in columns]
    hints = [f"{hint} ({_('needed')})" if column.needed else hint for hint, column in zip(hints, columns, strict=True)]
    hints[0] = f"{REMARK} {hints[0].strip()}"
    return _file(declared, [[str(column.label) for column in columns], hints], kind)


def looked_at(by: Subject, organisation_id: str, what: str, sheet: Sheet) -> PlanPage:
    """Return what becomes of each row of a file. Raises NoList, NotVisible."""
    organisation = _visible(by, organisation_id)
    plan, scope = planned_sheet(by, organisation, what, sheet)
    found = headed(_declared(what), sheet)
    return plan_page(plan, found, sheet, scope)


def of_meeting(by: Subject, organisation_id: str, what: str, sheet: Sheet, meeting_id: str) -> Sheet:
    """Return the rows of a file, all of one meeting where the file itself names none. Raises NotVisible."""
    return filled(_declared(what), sheet, "meeting", meeting_title(by, organisation_id, meeting_id))


def meeting_title(by: Subject, organisation_id: str, meeting_id: str) -> str:
    """Return how a list names a meeting. Raises NotVisible."""
    book = scope_of(by, _visible(by, organisation_id)).book
    if meeting_id not in book.meetings.names:
        raise NotVisible
    return meeting_words(book, meeting_id)


def planned_sheet(by: Subject, organisation: Organisation, what: str, sheet: Sheet) -> tuple[Plan, Scope]:
    """Return what becomes of the rows of a file, and of what they were read. Raises NoList, NotVisible."""
    declared, scope = _declared(what), replace(scope_of(by, organisation), comparing=True)
    return plan_of(declared, headed(declared, sheet), scope), scope


def scope_of(by: Subject, organisation: Organisation, *, on: date | None = None, narrow: str = "") -> Scope:
    """Return for whom and of what lists are read and written."""
    book = book_of(organisation)
    note_meetings(book, by, organisation)
    note_papers(book, by, organisation)
    return Scope(organisation, by, book, on, narrow)


def _file(declared: DeclaredList, rows: Sequence[Sequence[Value]], kind: str) -> bytes:
    if kind not in WRITERS:
        raise NotVisible
    return WRITERS[kind](rows, str(declared.title))


def _declared(what: str) -> DeclaredList:
    if what not in LISTS:
        raise NotVisible
    return LISTS[what]


def _visible(by: Subject, organisation_id: str) -> Organisation:
    row = visible_organisations(by).filter(pk=organisation_id).first()
    if row is None:
        raise NotVisible
    return row


def _columns_with_languages(declared: DeclaredList, scope: Scope) -> Iterator[Column]:
    """Yield the columns, behind that of the names one for each language in which something here has a name."""
    called = getattr(scope.book, declared.key, scope.book.people)
    for column in declared.columns:
        yield column
        if column.key == declared.names:
            yield from (language_column(column, tag) for tag in called.languages())
