"""Mails that say that something awaits, over a real server of mails: when, to whom, and never what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.core.mail import BadHeaderError
from django.test import Client

from accord.access import NotVisible, Refused, Subject
from accord.notices import actions
from accord.notices.actions.wishing import TooSoon
from accord.notices.links import link_of
from accord.notices.models import Mail, Told, Wish
from accord.notices.queries import undelivered, wish_page
from accord.notices.wording import message_of
from accord.record import clock
from tests import factories
from tests.decisions import putting
from tests.factories import Council
from tests.notices.receiving import Box, free_port, receiving, sending_to

START = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
END = START + timedelta(days=2)
ADDRESS = "ada@example.org"


@pytest.fixture
def box() -> Iterator[Box]:
    """Return the box of a real server of mails."""
    with receiving() as box:
        yield box


def at(moment: datetime, **span: float) -> int:
    """Let the clock beside the server do a round at this moment; return how many mails were sent."""
    with clock.frozen(moment + timedelta(**span)):
        actions.queue_notices()
        return actions.send_due()[0]


def wished(by: Subject, way: str = "at_once", **values: object) -> Wish:
    """Return a confirmed wish."""
    known = {"address": ADDRESS, "hour": 8, "zone": "UTC", **values}
    with clock.frozen(START - timedelta(days=1)):
        row = actions.set_wish(way=way, by=by, **known)  # type: ignore[arg-type]
        actions.confirm(link_of("confirm", row))
        Mail.objects.all().delete()
    return row


def body(mail: object) -> str:
    """Return the words of a mail."""
    return str(mail.get_content()).replace("\r\n", "\n")  # type: ignore[attr-defined]


def link(mail: object) -> str:
    """Return the path of the first link of a mail that has a secret part."""
    found = re.search(r"https://accord\.example\.org(/notices/\w+/\S+)", body(mail))
    assert found
    return found.group(1)


# An address


def test_nothing_is_sent_before_the_address_is_confirmed_by_a_press(client: Client, council: Council, box: Box) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    wish = {"address": ADDRESS, "way": "at_once", "hour": "8", "zone": "Europe/Vienna"}
    assert client.post("/notices/", wish)["Location"] == "/notices/"
    putting.put(council)
    actions.queue_notices()
    actions.send_due()
    (mail,) = box.mails
    assert (mail["To"], mail["Subject"], box.recipients) == (ADDRESS, "Accord: is this your address?", [[ADDRESS]])
    client.logout()
    assert b"Is this your address?" in client.get(link(mail)).content
    assert not wish_page(council.delegate("XAA")).confirmed
    assert b"This address is confirmed" in client.post(link(mail)).content
    assert wish_page(council.delegate("XAA")).confirmed
    actions.queue_notices()
    actions.send_due()
    assert [mail["Subject"] for mail in box.mails][1:] == ["Accord: something awaits you"]


def test_link_that_confirms_is_of_one_asking_and_ends(council: Council, box: Box) -> None:
    by = council.delegate("XAA")
    with clock.frozen(START):
        row = actions.set_wish(ADDRESS, "daily", 8, "UTC", by=by)
        first = link_of("confirm", row)
        with pytest.raises(TooSoon, match="from 12:10 UTC on"):
            actions.ask_again(by=by)
    with clock.frozen(START + timedelta(minutes=10)):
        actions.ask_again(by=by)
        with pytest.raises(NotVisible):
            actions.confirm(first)
    second = link_of("confirm", Wish.objects.get())
    with clock.frozen(START + timedelta(days=3)), pytest.raises(NotVisible):
        actions.confirm(second)
    with clock.frozen(START + timedelta(days=1)):
        assert actions.confirm(second).pk == row.pk


def test_other_address_is_confirmed_anew_and_the_same_one_is_not(council: Council, box: Box) -> None:
    by = council.delegate("XAA")
    wished(by)
    with clock.frozen(START):
        actions.set_wish(ADDRESS, "daily", 7, "UTC", by=by)
        assert (wish_page(by).confirmed, Mail.objects.count()) == (True, 0)
        actions.set_wish("other@example.org", "daily", 7, "UTC", by=by)
    assert (wish_page(by).confirmed, Mail.objects.get().kind) == (False, "confirm")


@pytest.mark.parametrize("address", ["", "ada", "ada@example.org\r\nBcc: x@example.org", "a b@example.org", "ada@"])
def test_what_is_no_address_is_refused_and_kept(client: Client, council: Council, box: Box, address: str) -> None:
    factories.sign_in(client, council.chair)
    answer = client.post("/notices/", {"address": address, "way": "daily", "hour": "8", "zone": "UTC"})
    assert answer.status_code == 422
    assert not Wish.objects.exists()


def test_second_header_in_an_address_never_leaves(council: Council, box: Box) -> None:
    row = wished(council.chair)
    row.address = "ada@example.org\nBcc: x@example.org"
    with pytest.raises(BadHeaderError):
        message_of(Mail(wish=row, kind="notice")).message()


@pytest.mark.parametrize("header", ["HTTP_HOST", "HTTP_X_FORWARDED_HOST", "HTTP_ORIGIN"])
def test_foreign_host_never_enters_a_link(header: str, client: Client, council: Council, box: Box) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    wish = {"address": ADDRESS, "way": "at_once", "hour": "8", "zone": "UTC"}
    status = client.post("/notices/", wish, **{header: "evil.example"}).status_code  # type: ignore[arg-type]
    assert status == (400 if header == "HTTP_HOST" else 302)
    actions.send_due()
    assert len(box.mails) == (0 if header == "HTTP_HOST" else 1)
    assert not any("evil" in mail.as_string() for mail in box.mails)
    assert all(link(mail).startswith("/notices/confirm/") for mail in box.mails)


def test_address_is_forgotten_with_what_is_on_its_way(client: Client, council: Council, box: Box) -> None:
    putting.put(council)
    wished(council.delegate("XAA"))
    actions.queue_notices()
    factories.sign_in(client, council.delegate("XAA"))
    assert client.post("/notices/withdraw/")["Location"] == "/notices/"
    assert (Wish.objects.count(), Mail.objects.count(), actions.send_due()) == (0, 0, (0, 0))


def test_without_a_way_to_send_the_page_says_so_and_takes_nothing(client: Client, council: Council) -> None:
    factories.sign_in(client, council.chair)
    assert b"This installation sends no mails." in client.get("/notices/").content
    with pytest.raises(Refused):
        actions.set_wish(ADDRESS, "daily", 8, "UTC", by=council.chair)


def test_public_has_no_wish(council: Council, box: Box) -> None:
    with pytest.raises(NotVisible):
        actions.set_wish(ADDRESS, "daily", 8, "UTC", by=council.public)


# What a mail says


def test_mail_says_that_something_awaits_and_until_when_and_nothing_else(council: Council, box: Box) -> None:
    wished(council.delegate("XAA"))
    with clock.frozen(START):
        ends = {"last_day": END.date(), "last_time": datetime(2031, 5, 6, 18, 0).time(), "zone": "Asia/Almaty"}
        question = putting.put(council, "silence", "silence", **ends)
    assert at(START) == 1
    (mail,) = box.mails
    lines = body(mail).split("\n\n")
    assert lines[:2] == [
        "Something awaits you at https://accord.example.org/awaits/",
        "Until 6 May 2031, 18:00 (Asia/Almaty), that is 13:00 UTC.",
    ]
    assert lines[2].startswith("To stop these mails: https://accord.example.org/notices/stop/")
    whole = mail.as_string()
    assert not any(word in whole for word in (question.pk, "report", "XAA", "Example Council", "silence"))


def test_mail_is_in_the_language_of_its_reader(client: Client, council: Council, box: Box) -> None:
    putting.put(council)
    wished(council.delegate("XAA"))
    Wish.objects.update(language="ru")
    at(START)
    assert "Что-то ожидает вас на" in body(box.mails[0])


def test_subject_is_the_same_whatever_awaits(council: Council, box: Box) -> None:
    wished(council.delegate("XAA"))
    putting.put(council)
    at(START)
    with clock.frozen(START):
        putting.under_silence(council, END)
    at(START, minutes=15)
    assert {mail["Subject"] for mail in box.mails} == {"Accord: something awaits you"}
    assert len(box.mails) == 2


# When


def test_at_once_is_once_for_each_cause_and_at_most_every_quarter_of_an_hour(council: Council, box: Box) -> None:
    wished(council.delegate("XAA"))
    assert at(START) == 0
    putting.put(council)
    assert [at(START), at(START, minutes=1), at(START, hours=5)] == [1, 0, 0]
    again = START + timedelta(hours=6)
    for minute in (0, 5, 10):
        putting.put(council)
        assert at(again, minutes=minute) == (minute == 0)
    assert at(again, minutes=15) == 1
    assert Told.objects.count() == 4


def test_cause_that_is_gone_and_comes_again_is_told_again(council: Council, box: Box) -> None:
    wished(council.chair)
    question = putting.put(council)
    for code in ("XAA", "XBB", "XCC", "XDD"):
        putting.say(council, question, code, "no_objection")
    assert at(START) == 1
    Told.objects.update(cause="0" * 64)
    assert at(START, hours=1) == 1
    assert Told.objects.count() == 1


def test_daily_mail_comes_at_its_hour_in_its_zone_while_something_awaits(council: Council, box: Box) -> None:
    wished(council.delegate("XAA"), "daily", hour=8, zone="Asia/Almaty")
    morning = datetime(2031, 5, 5, 3, 0, tzinfo=UTC)
    assert at(morning) == 0
    question = putting.put(council)
    second = morning + timedelta(days=1)
    assert [at(second, minutes=-1), at(second), at(second, hours=3)] == [0, 1, 0]
    assert at(second, days=1) == 1
    putting.say(council, question, "XAA", "no_objection")
    assert at(second, days=2) == 0


def test_nobody_is_told_of_what_it_does_not_see_or_without_a_mandate(council: Council, box: Box) -> None:
    wished(council.partner)
    row = wished(council.expert, address="expert@example.org")
    row.user.is_active = False
    row.user.save()
    putting.put(council)
    assert at(START) == 0


# On the way


def test_mail_that_is_refused_is_tried_again_and_given_up_after_two_days(council: Council, box: Box) -> None:
    wished(council.delegate("XAA"))
    putting.put(council)
    box.answer = "451 try later"
    assert at(START) == 0
    found = undelivered()
    assert (found.waiting, found.given_up, found.failure) == (1, 0, "SMTPDataError 451")
    assert ADDRESS not in found.failure
    assert [at(START, seconds=59), Mail.objects.get().attempts] == [0, 1]
    for hours in (1, 3, 12, 50):
        at(START, hours=hours)
    assert (Mail.objects.get().attempts, undelivered().waiting) == (5, 0)
    box.answer = "250 OK"
    assert at(START, days=4) == 0


def test_mail_arrives_once_the_server_of_mails_is_there_again(council: Council) -> None:
    with sending_to(free_port()):
        wished(council.delegate("XAA"))
        putting.put(council)
        assert at(START) == 0
        assert undelivered().failure == "ConnectionRefusedError"
    with receiving() as box:
        assert at(START, minutes=2) == 1
        assert (len(box.mails), undelivered().waiting) == (1, 0)


def test_mail_that_another_process_has_is_not_sent_twice(council: Council, box: Box) -> None:
    wished(council.delegate("XAA"))
    putting.put(council)
    with clock.frozen(START):
        actions.queue_notices()
        Mail.objects.update(due_at=START + timedelta(minutes=5), attempts=1)
        assert actions.send_due() == (0, 0)
    assert at(START, minutes=5) == 1


# Stopping


def test_mail_has_what_programs_need_to_stop_with_one_press(client: Client, council: Council, box: Box) -> None:
    putting.put(council)
    wished(council.delegate("XAA"))
    at(START)
    (mail,) = box.mails
    assert mail["List-Unsubscribe"].strip() == f"<https://accord.example.org{link(mail)}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Message-ID"].endswith("@accord.example.org>")
    strict = Client(enforce_csrf_checks=True)
    assert b"Stop the mails?" in strict.get(link(mail)).content
    assert Wish.objects.get().way == "at_once"
    assert strict.post(link(mail), {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Wish.objects.get().way == "none"
    putting.put(council)
    assert at(START, hours=1) == 0


def test_link_that_stops_takes_back_what_is_on_its_way_and_no_other_word_stops(council: Council, box: Box) -> None:
    putting.put(council)
    row = wished(council.delegate("XAA"))
    other = wished(council.delegate("XBB"), address="other@example.org")
    with clock.frozen(START):
        actions.queue_notices()
    for wrong in (f"{row.pk}-{link_of('stop', other).partition('-')[2]}", row.pk, "", link_of("confirm", row)):
        with pytest.raises(NotVisible):
            actions.stop(wrong)
    actions.stop(link_of("stop", row))
    assert [mail.wish_id for mail in Mail.objects.all()] == [other.pk]
