"""Areas of cooperation are a small tree."""

import pytest

from accord.access import Refused
from accord.members.errors import Unfit
from accord.programme import actions
from accord.programme.models import Area
from accord.programme.values import AreaEntry
from tests import factories
from tests.factories import Council


def enter(council: Council, key: str, parent: str | None = None) -> None:
    entry = AreaEntry(key, f"Clear {key}", parent=parent)
    actions.enter_area(council.organisation.pk, entry, by=council.secretariat, key=factories.key())


def parents(council: Council) -> dict[str, str]:
    rows = Area.objects.filter(organisation=council.organisation).select_related("parent")
    return {row.key: row.parent.key if row.parent else "" for row in rows}


def test_area_is_part_of_another(council: Council) -> None:
    enter(council, "water")
    enter(council, "rivers", "water")

    assert parents(council) == {"water": "", "rivers": "water"}


def test_area_is_moved_and_made_to_stand_for_itself(council: Council) -> None:
    for key in ("water", "air", "rivers"):
        enter(council, key)

    enter(council, "rivers", "air")
    assert parents(council)["rivers"] == "air"
    enter(council, "rivers", "")
    assert parents(council)["rivers"] == ""


def test_area_that_is_entered_again_without_a_parent_stays_where_it_is(council: Council) -> None:
    enter(council, "water")
    enter(council, "rivers", "water")
    enter(council, "rivers")

    assert parents(council)["rivers"] == "water"


def test_areas_may_name_a_parent_that_comes_later(council: Council) -> None:
    entries = [AreaEntry("rivers", "Rivers", parent="water"), AreaEntry("water", "Water")]
    actions.set_priorities(council.organisation.pk, entries, (), by=council.secretariat, key=factories.key())

    assert parents(council) == {"rivers": "water", "water": ""}


@pytest.mark.parametrize("parent", ["water", "rivers", "springs"])
def test_area_is_never_part_of_itself(council: Council, parent: str) -> None:
    enter(council, "water")
    enter(council, "rivers", "water")
    enter(council, "springs", "rivers")

    with pytest.raises(Unfit, match="would be a part of itself"):
        enter(council, "water", parent)
    assert parents(council) == {"water": "", "rivers": "water", "springs": "rivers"}


def test_area_of_another_organisation_is_no_parent(council: Council) -> None:
    other = factories.council("Other Council", prefix="other-")
    enter(other, "air")
    enter(council, "water")

    with pytest.raises(Unfit, match="“air” is not in the register"):
        enter(council, "water", "air")
    assert parents(council) == {"water": ""}


def test_area_of_a_name_in_use_is_refused(council: Council) -> None:
    enter(council, "water")

    with pytest.raises(Unfit, match="is in the register already"):
        actions.enter_area(
            council.organisation.pk, AreaEntry("", "Clear water"), by=council.secretariat, key=factories.key()
        )


def test_area_without_a_key_gets_one(council: Council) -> None:
    entry = AreaEntry("", "Clear water")
    actions.enter_area(council.organisation.pk, entry, by=council.secretariat, key=factories.key())

    assert parents(council) == {"clear-water": ""}


def test_area_is_entered_by_the_secretariat_alone(council: Council) -> None:
    with pytest.raises(Refused, match="secretariat"):
        actions.enter_area(
            council.organisation.pk, AreaEntry("", "Water"), by=council.delegate("XAA"), key=factories.key()
        )
