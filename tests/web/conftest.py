"""The world that the table of access and the tests of all pages share: made once for each module that asks for it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.test import override_settings

if TYPE_CHECKING:
    from tests.web.test_access_matrix import World


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator["World"]:
    """Return the world of the table, in an installation where anybody may begin a council; undone at the end."""
    from accord.search.actions import catch_up  # noqa: PLC0415 -- the environment comes first
    from tests.web.test_access_matrix import make_world  # noqa: PLC0415 -- the environment comes first

    around = transaction.atomic()
    around._from_testcase = True  # acts are durable: they refuse any other transaction around them
    with django_db_blocker.unblock(), override_settings(FOUNDING=True), around:
        made = make_world()
        catch_up()  # or each test would do it, and take it back
        yield made
        transaction.set_rollback(True)
