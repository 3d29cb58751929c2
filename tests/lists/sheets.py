"""Lists for tests: rows typed as lines of CSV, looked at and entered as the page does."""

from accord.access import Subject
from accord.formats.lists.reading import read_list
from accord.formats.lists.values import Sheet
from accord.lists import actions, queries
from accord.lists.pages import PlanPage
from accord.members.models import Organisation
from tests.factories import Council, key


def sheet(text: str) -> Sheet:
    """Return a list that was typed as CSV."""
    return read_list(text.encode(), "list.csv")


def look(council: Council, what: str, text: str) -> PlanPage:
    """Return what would become of a list."""
    return queries.looked_at(council.secretariat, council.organisation.pk, what, sheet(text))


def enter(
    council: Council, what: str, text: str, *, by: Subject | None = None, left_out: tuple[int, ...] = ()
) -> Organisation:
    """Enter a list by the secretariat, as it was just looked at."""
    shown = look(council, what, text).fingerprint
    who, pk = by or council.secretariat, council.organisation.pk
    return actions.enter_list(pk, what, sheet(text), shown=shown, left_out=left_out, by=who, key=key())


def reasons(page: PlanPage) -> dict[int, list[str]]:
    """Return why rows are wrong, by their numbers: "column: reason"."""
    found: dict[int, list[str]] = {}
    for block in page.blocks:
        for row in block.rows:
            said = [f"{cell.label}: {cell.reason}" for cell in row.cells if cell.reason] + list(row.reasons)
            if said:
                found[row.number] = said
    return found


def verdicts(page: PlanPage) -> dict[int, str]:
    """Return what becomes of each row that is shown, by its number."""
    return {row.number: block.verdict for block in page.blocks for row in block.rows}
