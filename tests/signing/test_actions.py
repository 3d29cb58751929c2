"""What is done with signatures and stances: the same cast for each action, the answer and what is then stored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from accord.access import NotVisible, Refused, Subject
from accord.engine.text import TextError
from accord.members.errors import Unfit
from accord.record import clock
from accord.record.models import Entry
from accord.signing import actions
from accord.signing.models import Confirmation, Instrument, Signature, Stance
from accord.signing.values import CopyEntry, InstrumentEntry, OriginalEntry, SignatureEntry, SigningEntry, StanceEntry
from tests import factories
from tests.factories import Council
from tests.publishing import negotiating
from tests.signing import signings
from tests.signing.signings import LATER, TAKEN

Doing = Callable[[str, Subject], object]
YES, NO, GONE = "done", "refused", "not there"


def do_open(of: str, by: Subject) -> object:
    return actions.open_signing(of, SigningEntry("Example City", TAKEN), by=by, key=factories.key())


def do_sign(of: str, by: Subject) -> object:
    entry = SignatureEntry("XBB", "Bea Example", TAKEN)
    return actions.sign(of, entry, by=by, key=factories.key())


def do_stand(of: str, by: Subject) -> object:
    return actions.stand(of, StanceEntry("XAA", "waits", LATER), by=by, key=factories.key())


def do_answer(of: str, by: Subject) -> object:
    return actions.answer(of, StanceEntry(by.delegation, "joined", LATER), by=by, key=factories.key())


def do_original(of: str, by: Subject) -> object:
    return actions.set_original(of, OriginalEntry(("en",), "The secretariat"), by=by, key=factories.key())


def do_copy(of: str, by: Subject) -> object:
    return actions.send_copy(of, CopyEntry("XAA", LATER), by=by, key=factories.key())


def do_confirm(of: str, by: Subject) -> object:
    row = Signature.objects.get(instrument=of, member="XAA")
    return actions.confirm(of, row.pk, by=by, key=factories.key())


OFFICE = {
    "secretariat": YES, "chair": YES, "xaa-delegate": NO, "xbb-delegate": NO, "xaa-expert": NO, "partner": GONE,
    "public": GONE, "stranger": GONE,
}  # fmt: skip
MEMBERS = OFFICE | {"secretariat": NO, "chair": NO, "xaa-delegate": YES, "xbb-delegate": YES}
CASES = [
    (do_open, OFFICE),
    (do_sign, OFFICE),
    (do_stand, OFFICE),
    (do_original, OFFICE),
    (do_copy, OFFICE),
    (do_answer, MEMBERS),
    (do_confirm, MEMBERS | {"xbb-delegate": NO}),
]


@pytest.fixture
def decided(council: Council) -> Instrument:
    """Return a decision that XAA has signed, with its original."""
    row = signings.entered(council)
    signings.opened(council, row.pk)
    signings.sign(council, row.pk, "XAA")
    signings.original(council, row.pk)
    return row


@pytest.mark.parametrize(("doing", "expected"), CASES, ids=lambda value: getattr(value, "__name__", ""))
def test_action_answers_each_of_the_cast(
    doing: Doing, expected: dict[str, str], council: Council, decided: Instrument
) -> None:
    foreign = factories.council("Other Council", public=False, prefix="other-")
    cast = {**council.everybody, "stranger": foreign.delegate("XAA")}
    answers = {who: outcome(doing, decided.pk, cast[who]) for who in expected}
    assert answers == expected


def outcome(doing: Doing, of: str, by: Subject) -> str:
    """Return what an act came to, and undo it; exactly one entry is written by one that is done."""
    before, point = Entry.objects.count(), transaction.savepoint()
    try:
        doing(of, by)
        assert Entry.objects.count() == before + 1
    except Refused:
        return NO
    except NotVisible:
        return GONE
    finally:
        transaction.savepoint_rollback(point)
        assert Entry.objects.count() == before
    return YES


def test_decision_known_by_its_title_is_entered_by_the_office_alone(council: Council) -> None:
    entry = InstrumentEntry("Resolution on wells", TAKEN)
    allowed = set()
    for who, by in council.everybody.items():
        try:
            actions.enter_instrument(council.organisation.pk, entry, by=by, key=factories.key())
            allowed.add(who)
        except Refused:
            pass
    assert allowed == {"secretariat", "chair"}
    assert Instrument.objects.count() == 2


def test_key_that_comes_again_does_nothing_twice(council: Council, decided: Instrument) -> None:
    entry, key = StanceEntry("XDD", "waits", LATER), factories.key()
    for _again in range(2):
        assert actions.stand(decided.pk, entry, by=council.chair, key=key).pk == decided.pk
    assert Stance.objects.count() == 1


def test_adopted_text_is_an_instrument_from_the_first_act_on(council: Council) -> None:
    adoption = negotiating.plainly_adopted(council)
    assert Instrument.objects.count() == 0
    day = adoption.at.date()
    signings.opened(council, adoption.pk, day)
    signings.sign(council, adoption.pk, "XAA", day)
    row = Instrument.objects.get()
    assert (row.pk, row.adoption_id, row.kind, row.day) == (adoption.pk, adoption.pk, "text", day)


def test_signature_needs_an_opening_and_a_day_within_it(council: Council) -> None:
    row = signings.entered(council)
    with pytest.raises(Unfit, match="Open it for signature first"):
        signings.sign(council, row.pk, "XAA")
    signings.opened(council, row.pk, TAKEN, LATER)
    with pytest.raises(Unfit, match="was open until 2 May 2024"):
        signings.sign(council, row.pk, "XAA", date(2024, 5, 3))
    with pytest.raises(Unfit, match="lies before 1 March 2024, when it was opened for signature"):
        signings.sign(council, row.pk, "XAA", date(2024, 2, 29))
    with pytest.raises(Unfit, match="not there yet"):
        signings.sign(council, row.pk, "XAA", date(9999, 1, 1))
    with pytest.raises(Unfit, match="no member"):
        signings.sign(council, row.pk, "XZZ")
    assert Signature.objects.count() == 0


def test_late_signature_is_marked_and_a_correction_keeps_the_first(council: Council) -> None:
    row = signings.entered(council)
    signings.opened(council, row.pk)
    signings.sign(council, row.pk, "XBB", LATER, reservation="Without the second annex.")
    signings.sign(council, row.pk, "XAA")
    signings.sign(council, row.pk, "XAA", place="Second City")
    block = signings.page(council.chair, row.pk).signing
    assert block is not None
    assert [(each.code, each.late, each.corrected, each.place) for each in block.signatures] == [
        ("XAA", False, 1, "Second City"),
        ("XBB", True, 0, ""),
    ]
    assert [code for code, _name in block.unsigned] == ["XCC", "XDD"]
    assert Signature.objects.filter(member="XAA").count() == 2


def test_opening_cannot_leave_out_a_signature(council: Council, decided: Instrument) -> None:
    signings.sign(council, decided.pk, "XBB", LATER)
    with pytest.raises(Unfit, match="signature of 1 March 2024"):
        signings.opened(council, decided.pk, date(2024, 3, 2))
    with pytest.raises(Unfit, match="signature of 2 May 2024"):
        signings.opened(council, decided.pk, TAKEN, date(2024, 4, 1))
    with pytest.raises(Unfit, match="until the day of signing"):
        signings.opened(council, decided.pk, TAKEN, date(2024, 2, 1))


@pytest.mark.parametrize(
    ("kind", "day", "reason"),
    [
        ("waits", TAKEN, "It has agreed"),
        ("joined", TAKEN, "It has agreed"),
        ("agreed", TAKEN, "It stands so already"),
        ("objected", date(2024, 2, 1), "lies before 1 March 2024, when it was adopted"),
        ("reservation", TAKEN, "has words"),
        ("silent", TAKEN, "no way of standing"),
        ("not_stated", TAKEN, "no way of standing"),
    ],
)
def test_stance_that_does_not_fit_is_refused(council: Council, kind: str, day: date, reason: str) -> None:
    row = signings.entered(council)
    signings.stand(council, row.pk, "XAA", "agreed")
    with pytest.raises(Unfit, match=reason):
        signings.stand(council, row.pk, "XAA", kind, day)
    assert Stance.objects.count() == 1


def test_later_entry_is_not_put_before_an_earlier_one(council: Council) -> None:
    row = signings.entered(council)
    signings.stand(council, row.pk, "XDD", "waits", LATER)
    with pytest.raises(Unfit, match="entry of 2 May 2024"):
        signings.stand(council, row.pk, "XDD", "joined", date(2024, 4, 1))


def test_member_answers_for_itself_alone_and_not_that_it_agreed(council: Council) -> None:
    row = signings.entered(council)
    entry = StanceEntry("XBB", "joined", LATER)
    with pytest.raises(Unfit, match="own member"):
        actions.answer(row.pk, entry, by=council.delegate("XAA"), key=factories.key())
    with pytest.raises(Unfit, match="no answer"):
        signings.answer(council.delegate("XAA"), row.pk, "agreed")
    assert Stance.objects.count() == 0


def test_words_that_cannot_be_kept_are_refused(council: Council) -> None:
    row = signings.entered(council)
    with pytest.raises(TextError):
        signings.answer(council.delegate("XAA"), row.pk, "opinion", words="turned \u202e round")
    with pytest.raises(Unfit, match="At most"):
        signings.answer(council.delegate("XAA"), row.pk, "opinion", words="a" * 20_001)


def test_copy_needs_an_original(council: Council) -> None:
    row = signings.entered(council)
    with pytest.raises(Unfit, match="original first"):
        do_copy(row.pk, council.secretariat)
    with pytest.raises(Unfit, match="authentic languages"):
        actions.set_original(row.pk, OriginalEntry((), "X"), by=council.chair, key=factories.key())
    with pytest.raises(Unfit, match="1 to 999"):
        actions.set_original(row.pk, OriginalEntry(("en",), "X", 0), by=council.chair, key=factories.key())


def test_signature_is_confirmed_once_by_its_own_delegation(council: Council, decided: Instrument) -> None:
    do_confirm(decided.pk, council.delegate("XAA"))
    with pytest.raises(Unfit, match="confirmed already"):
        do_confirm(decided.pk, council.delegate("XAA"))
    with pytest.raises(NotVisible):
        actions.confirm(decided.pk, "missing", by=council.delegate("XAA"), key=factories.key())
    assert Confirmation.objects.count() == 1


def test_chair_makes_known_what_stands_to_an_adopted_text_once(council: Council) -> None:
    adoption = negotiating.plainly_adopted(council)
    with pytest.raises(Refused, match="The chair"):
        actions.make_known(adoption.pk, by=council.secretariat, key=factories.key())
    actions.make_known(adoption.pk, by=council.chair, key=factories.key())
    with pytest.raises(Refused, match="already"):
        actions.make_known(adoption.pk, by=council.chair, key=factories.key())
    with pytest.raises(Refused, match="adopted text"):
        actions.make_known(signings.entered(council).pk, by=council.chair, key=factories.key())


@pytest.mark.parametrize("model", [Signature, Confirmation, Stance])
def test_what_was_said_cannot_be_changed_or_deleted(model: type, council: Council, decided: Instrument) -> None:
    do_confirm(decided.pk, council.delegate("XAA"))
    signings.stand(council, decided.pk, "XDD", "waits", LATER)
    rows = model.objects.all()
    assert rows.count() == 1
    for change in (lambda: rows.update(at=datetime(2030, 1, 1, tzinfo=UTC)), rows.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert rows.count() == 1


def test_day_of_today_is_there_and_tomorrow_is_not(council: Council) -> None:
    with clock.frozen(datetime(2024, 5, 2, 23, 0, tzinfo=UTC)):
        row = signings.entered(council)
        signings.stand(council, row.pk, "XDD", "waits", LATER)
        with pytest.raises(Unfit, match="not there yet"):
            signings.stand(council, row.pk, "XCC", "waits", date(2024, 5, 3))
        with pytest.raises(Unfit, match="not there yet"):
            signings.entered(council, day=date(2024, 5, 3))
