"""Terms of the chairmanship: one presides at a time."""

from __future__ import annotations

from datetime import date

import pytest

from accord.members.errors import Unfit
from accord.members.models import ChairmanshipTerm
from tests import factories
from tests.factories import Council

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("begins", "ends"),
    [(date(2031, 12, 31), date(2032, 5, 1)), (date(2031, 6, 1), None), (date(2030, 6, 1), date(2031, 1, 1))],
)
def test_term_in_which_another_presides_is_refused(begins: date, ends: date | None, council: Council) -> None:
    factories.term_of(council, "XAA", date(2031, 1, 1), ends=date(2031, 12, 31))

    with pytest.raises(Unfit, match="would preside before that") as caught:
        factories.term_of(council, "XBB", begins, ends=ends)

    assert caught.value.field == "begins"
    assert ChairmanshipTerm.objects.count() == 1


def test_term_that_follows_the_next_day_and_one_without_an_end_are_entered(council: Council) -> None:
    factories.term_of(council, "XAA", date(2031, 1, 1), ends=date(2031, 12, 31))
    factories.term_of(council, "XBB", date(2032, 1, 1))
    factories.term_of(council, "XCC", date(2033, 1, 1))

    assert ChairmanshipTerm.objects.count() == 3


def test_term_is_corrected_by_entering_it_again(council: Council) -> None:
    factories.term_of(council, "XAA", date(2031, 1, 1), ends=date(2031, 12, 31))
    factories.term_of(council, "XAA", date(2031, 1, 1), ends=date(2031, 5, 31))
    factories.term_of(council, "XBB", date(2031, 6, 1))

    assert list(ChairmanshipTerm.objects.values_list("member__code", flat=True)) == ["XAA", "XBB"]
