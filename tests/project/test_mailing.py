"""Mails beside the clock of the server, and what `accord check` says of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from accord.members.models import Mandate
from accord.notices import actions
from accord.notices.links import link_of
from accord.notices.models import Mail
from accord.project.commands import checking, mailing
from tests import factories
from tests.decisions import putting
from tests.notices.receiving import free_port, receiving, sending_to
from tests.project.test_serving import type_in


def rounds(count: int) -> object:
    """Return what goes on for so many looks."""
    left = iter([True] * count + [False])
    return lambda: next(left)


@pytest.mark.django_db
def test_mails_are_put_on_their_way_and_sent_while_the_server_runs() -> None:
    with receiving() as box:
        council = factories.council()
        wish = actions.set_wish("ada@example.org", "at_once", 8, "UTC", by=council.delegate("XAA"))
        mailing.deliver(rounds(2), every=0.01)
        actions.confirm(link_of("confirm", wish))
        putting.put(council)
        mailing.deliver(rounds(4), every=0.01)
        assert [mail["Subject"] for mail in box.mails] == [
            "Accord: is this your address?", "Accord: something awaits you"
        ]  # fmt: skip


@pytest.mark.django_db
def test_server_of_mails_that_is_away_ends_nothing_and_tells_no_secret(caplog: pytest.LogCaptureFixture) -> None:
    with sending_to(free_port()):
        council = factories.council()
        wish = actions.set_wish("ada@example.org", "at_once", 8, "UTC", by=council.delegate("XAA"))
        mailing.deliver(rounds(4), every=0.01)
    assert Mail.objects.get().failure == "ConnectionRefusedError"
    assert "1 mails could not be sent" in caplog.text
    assert not any(secret in caplog.text for secret in (link_of("confirm", wish), "ada@example.org"))


@pytest.mark.django_db
def test_round_that_fails_is_tried_again_without_its_trace(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with receiving():
        factories.council()
        monkeypatch.setattr(settings, "MAIL_SITE", None)
        wish = actions.set_wish(
            "ada@example.org", "at_once", 8, "UTC", by=factories.subject_of(Mandate.objects.first().user)
        )
        mailing.deliver(rounds(2), every=0.01)
    assert "mails were held up: TypeError" in caplog.text
    assert link_of("confirm", wish) not in caplog.text


def test_nothing_is_done_where_no_mails_are_sent() -> None:
    mailing.deliver(rounds(0))


# accord check


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"ACCORD_MAIL": "pigeon"}, "ACCORD_MAIL is “pigeon”; it is smtp, console or file."),
        ({"ACCORD_MAIL": "smtp", "ACCORD_MAIL_FROM": "a@example.org"}, "ACCORD_MAIL_SITE is not set"),
        ({"ACCORD_MAIL": "file", "ACCORD_MAIL_SITE": "https://a.example"}, "ACCORD_MAIL_FROM is not set"),
    ],
)
def test_check_names_what_is_missing_to_send_mails(tmp_path: Path, values: dict[str, str], said: str) -> None:
    answer = type_in(tmp_path, "check", **values)
    assert (answer.returncode, said in answer.stdout) == (1, True)


def test_port_that_is_none_is_refused(tmp_path: Path) -> None:
    answer = type_in(tmp_path, "check", ACCORD_MAIL_PORT="smtp")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("accord: ACCORD_MAIL_PORT is “smtp”; it is a number from 1 to 65535.")


@pytest.mark.django_db
def test_check_names_mails_that_were_not_sent(council: factories.Council) -> None:
    with sending_to(free_port()):
        actions.set_wish("ada@example.org", "daily", 8, "UTC", by=council.chair)
        actions.send_due()
    assert list(checking.of_undelivered()) == [
        "Mails that could not be sent and are tried again: 1 (the last: ConnectionRefusedError)."
    ]
