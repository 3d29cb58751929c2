"""An installation of an older Accord is brought up to date, and the index of search with it."""

import pytest

from accord.project.commands import databases
from accord.search.models import Passage
from accord.search.queries import doubts
from tests import factories


@pytest.mark.django_db
@pytest.mark.parametrize(("steps", "content"), [(0, False), (1, True)])
def test_index_is_drawn_anew_where_a_step_was_taken(
    steps: int, content: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.meeting_of(factories.council())
    databases.migrate()
    Passage.objects.all().delete()
    monkeypatch.setattr(databases, "outstanding", lambda: steps)
    databases.migrate()
    assert (not list(doubts())) is content
