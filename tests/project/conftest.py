"""The council of the demonstration, filled by the actions that people use."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from accord.project.demo.people import People

PASSPHRASE = "only-in-the-tests-of-the-demonstration"


@pytest.fixture
def people(db: None) -> "People":
    """Return the people of the filled demonstration."""
    from accord.members.models import Organisation  # noqa: PLC0415 -- Django starts after this file is read
    from accord.project.demo.filling import fill  # noqa: PLC0415
    from accord.project.demo.people import people_of  # noqa: PLC0415

    fill(PASSPHRASE, lambda step: None)
    return people_of(Organisation.objects.get())
