"""Settings of the tests: a data folder of their own, fast passwords, and the council that most tests work in."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

if TYPE_CHECKING:
    from tests.factories import Council

DATA = tempfile.mkdtemp(prefix="accord-tests-")
atexit.register(shutil.rmtree, DATA, ignore_errors=True)
os.environ["ACCORD_DATA"] = DATA
os.environ["ACCORD_SECRET_KEY"] = "of the tests alone, and of no installation"
os.environ["DJANGO_SETTINGS_MODULE"] = "accord.project.settings"


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Hash passwords fast: hundreds of sign-ins are made and thrown away. No example fails because others work too."""
    from django.conf import settings  # noqa: PLC0415 -- the environment comes first

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    hypothesis.settings.register_profile("no clock", hypothesis.settings(), deadline=None)
    hypothesis.settings.load_profile("no clock")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Make the tables from the models: the steps take half a minute, and end in the same (tests/record/test_tables)."""
    from django.db import connection  # noqa: PLC0415 -- the environment comes first

    connection.settings_dict["TEST"]["MIGRATE"] = False


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Set the guards, and note the steps."""
    from django.db import connection  # noqa: PLC0415 -- the environment comes first
    from django.db.migrations.recorder import MigrationRecorder  # noqa: PLC0415

    from accord.project.commands import tables  # noqa: PLC0415

    with django_db_blocker.unblock():
        MigrationRecorder(connection).ensure_schema()
        with connection.schema_editor() as editor:
            tables.finish(editor)


@pytest.fixture(autouse=True)
def no_language_left() -> Iterator[None]:
    """Forget the language of the last page: one that was asked for in Russian sets it for the whole process."""
    yield
    from django.utils import translation  # noqa: PLC0415 -- the environment comes first

    translation.deactivate()


@pytest.fixture
def council(db: None) -> "Council":
    """Return Example Council with its people; see :func:`tests.factories.council`."""
    from tests import factories  # noqa: PLC0415 -- the environment comes first

    return factories.council()


@pytest.fixture
def noon() -> Iterator[datetime]:
    """Let the clock stand at a known noon."""
    from accord.record import clock  # noqa: PLC0415 -- the environment comes first

    at = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
    with clock.frozen(at):
        yield at
