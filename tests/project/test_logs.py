"""The secret parts of addresses stay out of the logs."""

import io
import logging
from collections.abc import Iterator

import pytest
from django.test import Client

from accord.project.logs import WithoutSecrets

SECRET = "xrag3jpi98q6jiun-46bd088a4d33f9b3885b8bc0b13ccfd16750dacb"
PLACES = (("/notices/stop/", "/"), ("/notices/confirm/", "/"), ("/calendar/", ".ics"))


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """Return what a handler with the filter writes."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(WithoutSecrets())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


@pytest.mark.django_db
@pytest.mark.parametrize("address", [f"{place}{SECRET}{end}" for place, end in PLACES])
def test_address_that_is_not_found_is_logged_without_its_secret(lines: io.StringIO, address: str) -> None:
    assert Client().get(address).status_code == 404
    written = lines.getvalue()
    assert (SECRET in written, "…" in written) == (False, True)


@pytest.mark.django_db
def test_form_without_its_token_is_logged_without_the_secret(lines: io.StringIO) -> None:
    assert Client(enforce_csrf_checks=True).post(f"/notices/confirm/{SECRET}/").status_code == 403
    assert SECRET not in lines.getvalue()


def test_other_lines_stay_as_they_are(lines: io.StringIO) -> None:
    logging.getLogger("accord.mail").warning("%d mails at /calendar/deadline/", 3)
    assert lines.getvalue() == "3 mails at /calendar/deadline/\n"
