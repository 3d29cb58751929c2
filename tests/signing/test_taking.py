"""How members stand: from the ruling, from what was entered later; nothing is guessed and nothing is added up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from accord.access import NotVisible
from accord.decisions import actions as decisions
from accord.decisions.models import Ruling
from accord.members.models import Organisation
from accord.record import clock
from accord.signing import queries
from accord.signing.choices import ENTERED, Taking, Word
from accord.signing.taking import Said, apart, derived, stands, waits_since
from tests import factories
from tests.decisions import putting
from tests.factories import Council
from tests.publishing import negotiating
from tests.signing import signings
from tests.signing.signings import LATER, TAKEN


@dataclass(frozen=True)
class Step:
    member: str
    kind: str
    day: date = TAKEN


KINDS = st.sampled_from([*(str(each) for each in ENTERED), *Word.values])
STEPS = st.lists(st.builds(Step, st.sampled_from(["A", "B"]), KINDS), max_size=8)
SAID = st.sampled_from(["for", "no_objection", "against", "abstain", "absent", "not_participating", ""])


@given(STEPS, st.fixed_dictionaries({"A": SAID, "B": SAID}))
def test_only_a_member_of_its_own_steps_changes_how_it_stands(steps: list[Step], positions: dict[str, str]) -> None:
    said = Said(positions)
    own = [each for each in steps if each.member == "A"]
    assert stands(said, steps, "A") == stands(said, own, "A")
    assert stands(said, [each for each in steps if each.kind not in Word.values], "A") == stands(said, steps, "A")


@given(STEPS, st.fixed_dictionaries({"A": SAID, "B": SAID}))
def test_every_member_stands_somewhere_exactly_once(steps: list[Step], positions: dict[str, str]) -> None:
    states = {code: stands(Said(positions), steps, code) for code in positions}
    found = [code for _state, codes in apart(states) for code in codes]
    assert sorted(found) == sorted(positions)


def test_absence_is_neither_consent_nor_objection() -> None:
    assert derived(Said({"A": "absent"}), "A") == Taking.ABSENT
    assert derived(Said({}), "A") == Taking.NOT_STATED


def test_silence_is_not_a_notified_word_and_a_secret_ballot_names_nobody() -> None:
    silence = Said({"A": "no_objection", "B": "objection"}, silence=True)
    assert [derived(silence, code) for code in "ABC"] == [Taking.NO_OBJECTION, Taking.OBJECTED, Taking.SILENT]
    assert derived(Said({"A": "for"}, secret=True), "A") == Taking.NOT_STATED


def test_answer_ends_the_waiting() -> None:
    handed, joined = Step("A", "waits", TAKEN), Step("A", "joined", LATER)
    assert waits_since([handed, Step("A", "opinion", LATER)], "A") == TAKEN
    assert waits_since([handed, joined], "A") is None


@pytest.mark.django_db
def test_adopted_text_says_who_agreed_and_who_was_absent(council: Council) -> None:
    adoption = negotiating.plainly_adopted(council)
    page = signings.page(council.delegate("XAA"), adoption.pk)
    assert {each.code: each.state for each in page.taking} == {
        "XAA": "agreed", "XBB": "agreed", "XCC": "agreed", "XDD": "absent",
    }  # fmt: skip
    assert page.sentence == (
        "Agreed present: Aland Example, Bergen Example, Celle Example. "
        "Absent, neither consent nor objection: Delft Example."
    )
    assert page.about == ("adopted-text", adoption.pk)


@pytest.mark.django_db
def test_text_handed_to_an_absent_member_waits_and_its_answer_has_its_day(council: Council) -> None:
    adoption = negotiating.plainly_adopted(council)
    day, absent = adoption.at.date(), council.delegate("XDD")
    signings.stand(council, adoption.pk, "XDD", "waits", day)
    assert [(item.text, item.place) for item in queries.awaiting_answers(absent)] == [(adoption.pk, "instrument")]
    assert queries.awaiting_answers(council.delegate("XAA")) == ()
    signings.answer(absent, adoption.pk, "joined", day, "With the capital's consent.")
    line = signings.line(council.chair, adoption.pk, "XDD")
    assert (line.state, line.day, line.words, line.by) == ("joined", day, "With the capital's consent.", "")
    assert [each.label for each in line.earlier] == [
        "absent, neither consent nor objection", "handed over; waits for its answer",
    ]  # fmt: skip
    assert queries.awaiting_answers(absent) == ()


@pytest.mark.django_db
def test_reservation_stands_beside_the_agreement(council: Council) -> None:
    adoption = negotiating.plainly_adopted(council)
    question = adoption.outcome["question"]
    own = council.delegate("XBB")
    decisions.state(question, "reservation", "Not the last paragraph.", by=own, key=factories.key())
    signings.answer(own, adoption.pk, "opinion", adoption.at.date(), "A special opinion.")
    line = signings.line(council.chair, adoption.pk, "XBB")
    assert line.state == "agreed"
    assert [(each.kind, each.words) for each in line.attached] == [
        ("reservation", "Not the last paragraph."),
        ("special opinion", "A special opinion."),
    ]


@pytest.mark.django_db
def test_ruling_under_silence_tells_silence_from_a_word(council: Council) -> None:
    start = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
    with clock.frozen(start):
        question = putting.under_silence(council, start + timedelta(hours=1))
        putting.say(council, question, "XBB", "no_objection")
    with clock.frozen(start + timedelta(hours=2)):
        decisions.close(question.pk, confirmed="By telephone.", by=council.chair, key=factories.key())
        page = signings.page(council.chair, Ruling.objects.get(question=question).pk)
    assert {each.code: each.state for each in page.taking} == {
        "XAA": "silent", "XBB": "no_objection", "XCC": "silent", "XDD": "silent",
    }  # fmt: skip
    assert page.about == ("question", question.pk)


@pytest.mark.django_db
def test_what_came_later_is_shown_from_its_day_on(council: Council) -> None:
    row = signings.entered(council)
    signings.stand(council, row.pk, "XDD", "waits", date(2024, 4, 1))
    signings.stand(council, row.pk, "XDD", "joined", LATER)
    shown = [signings.page(council.chair, row.pk, on) for on in (TAKEN, date(2024, 4, 1), LATER)]
    assert [page.taking[3].state for page in shown] == ["not_stated", "waits", "joined"]
    with pytest.raises(NotVisible):
        signings.page(council.chair, row.pk, date(2024, 2, 29))
    lists = [queries.signing_page(council.chair, council.organisation, on) for on in (date(2024, 2, 29), TAKEN)]
    assert [len(page.lines) for page in lists] == [0, 1]


@pytest.mark.django_db
def test_list_says_what_is_open_and_what_waits_for_whom(council: Council) -> None:
    row, other = signings.entered(council), signings.entered(council, "Resolution on rivers")
    signings.opened(council, row.pk)
    signings.sign(council, row.pk, "XAA")
    signings.stand(council, other.pk, "XDD", "waits", LATER)
    page = queries.signing_page(council.delegate("XDD"), council.organisation)
    assert page.sentence == "Open for signature: 1. Answers are waited for from: Delft Example."
    assert [(line.id, line.unsigned) for line in page.open] == [(row.pk, ("XBB", "XCC", "XDD"))]
    assert [(wait.code, wait.instrument, wait.since, wait.mine) for wait in page.waiting] == [
        ("XDD", other.pk, LATER, True)
    ]


@pytest.mark.django_db
def test_signing_is_complete_or_closed_and_says_so(council: Council) -> None:
    row = signings.entered(council)
    signings.opened(council, row.pk, TAKEN, LATER)
    sentences = [signings.page(council.chair, row.pk, on).signing.sentence for on in (LATER, date(2024, 5, 3))]
    assert [sentence.split(" Not")[0] for sentence in sentences] == [
        "Open for signature until 2 May 2024.", "Closed for signature since 2 May 2024.",
    ]  # fmt: skip
    for code in ("XAA", "XBB", "XCC", "XDD"):
        signings.sign(council, row.pk, code)
    assert signings.page(council.chair, row.pk).signing.sentence == "Every member has signed."


@pytest.mark.django_db
def test_public_sees_what_is_public_and_nothing_else(council: Council) -> None:
    open_ = signings.entered(council, public=True)
    hidden = signings.entered(council, "Not public")
    adoption = negotiating.plainly_adopted(council)
    signings.opened(council, adoption.pk, adoption.at.date())
    for by in (council.public, council.partner):
        assert [line.id for line in queries.signing_page(by, council.organisation).lines] == [open_.pk]
        for of in (hidden.pk, adoption.pk, "missing"):
            with pytest.raises(NotVisible):
                signings.page(by, of)
    assert queries.known_page(council.public, adoption.pk) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "read",
    [
        lambda council: queries.signing_page(council.chair, council.organisation),
        lambda council: queries.awaiting_answers(council.delegate("XDD")),
    ],
    ids=["list", "awaits"],
)
def test_queries_do_not_grow_with_the_list(council: Council, read: Callable[[Council], object]) -> None:
    def filled(title: str) -> None:
        row = signings.entered(council, title)
        signings.opened(council, row.pk)
        signings.sign(council, row.pk, "XAA")
        signings.stand(council, row.pk, "XDD", "waits", LATER)
        adoption = negotiating.plainly_adopted(council, title=title)
        signings.stand(council, adoption.pk, "XDD", "waits", adoption.at.date())

    def queries_of() -> int:
        with CaptureQueriesContext(connection) as captured:
            read(council)
        return len(captured)

    filled("First")
    one = queries_of()
    filled("Second")
    filled("Third")
    assert queries_of() == one


@pytest.mark.django_db
def test_title_is_shown_in_the_language_of_the_reader(council: Council) -> None:
    row = signings.entered(council, names={"ru": "Резолюция о колодцах"})
    assert str(signings.page(council.chair, row.pk).title) == "Resolution on wells"
    with translation.override("ru"):
        title = signings.page(council.chair, row.pk).title
        other = signings.page(council.chair, signings.entered(council, "Resolution on rivers").pk).title
    assert (str(title), title.language) == ("Резолюция о колодцах", "")
    assert (str(other), other.language) == ("Resolution on rivers", "en")


@pytest.mark.django_db
def test_what_can_still_be_signed_awaits_who_has_not_signed_until_its_last_day(council: Council) -> None:
    Organisation.objects.filter(pk=council.organisation.pk).update(as_of=date(2024, 4, 1))
    row = signings.entered(council)
    signings.opened(council, row.pk, TAKEN, LATER)
    signings.sign(council, row.pk, "XAA")
    (item,) = queries.awaiting_answers(council.delegate("XBB"))
    assert (item.text, item.until) == (row.pk, datetime(2024, 5, 3, tzinfo=UTC))
    assert queries.awaiting_answers(council.delegate("XAA")) == ()
    Organisation.objects.filter(pk=council.organisation.pk).update(as_of=date(2024, 5, 3))
    assert queries.awaiting_answers(council.delegate("XBB")) == ()
