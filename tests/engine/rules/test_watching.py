"""What is known of the clock over a silence procedure: gaps in the last part, drift, and time that is made up."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.engine.rules import silence
from accord.engine.rules.watching import MOST_GAP, Span, lengthened, watch

START = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
END = START + timedelta(days=2)
OVER = END + timedelta(minutes=1)
LAST = timedelta(hours=1)


def procedure() -> silence.Procedure:
    return silence.announce(
        "text", (), ("XAA", "XBB"), at=START, opens=START, deadline=END, drain=timedelta(seconds=60)
    )


def span(begins: float, ends: float, drift: float = 0.0) -> Span:
    """Return a span, in minutes before the deadline."""
    return Span(END - timedelta(minutes=begins), END - timedelta(minutes=ends), drift)


@pytest.mark.parametrize(
    ("spans", "away"),
    [
        ([], []),
        ([span(90, -5)], []),
        ([span(90, 30), span(29.5, -5)], []),
        ([span(90, 40), span(20, -5)], [(40, 20)]),
        ([span(90, 70), span(20, -5)], [(60, 20)]),
        ([span(90, 10)], [(10, 0)]),
        ([span(-5, -9)], [(60, 0)]),
        ([span(90, 40), span(50, 30), span(30, -5)], []),
    ],
)
def test_gaps_in_the_last_part_are_away(spans: list[Span], away: list[tuple[float, float]]) -> None:
    found = watch(spans, procedure(), OVER).away
    assert [((END - start) / timedelta(minutes=1), (END - end) / timedelta(minutes=1)) for start, end in found] == away


def test_drift_counts_over_the_whole_period_and_not_outside_it() -> None:
    early, before = span(2000, -5, 2.5), Span(START - timedelta(days=2), START - timedelta(days=1), 900)
    assert watch([early], procedure(), OVER).drift == timedelta(seconds=2.5)
    assert watch([before, span(90, -5)], procedure(), OVER).drift == timedelta(0)
    assert silence.doubts(procedure(), watch([early], procedure(), OVER))


@given(st.lists(st.tuples(st.integers(-10, 120), st.integers(1, 60)), max_size=8))
def test_every_minute_of_the_last_part_is_watched_or_away(parts: list[tuple[int, int]]) -> None:
    spans = [span(begins, begins - length) for begins, length in parts]
    away = watch(spans, procedure(), OVER).away
    if not spans:
        assert away == ()
        return
    for minute in range(60):
        at = END - timedelta(minutes=minute, seconds=30)
        watched = any(each.since - MOST_GAP <= at <= each.seen + MOST_GAP for each in spans)
        assert watched or any(start <= at < end for start, end in away)
    assert all(start < end <= END and start >= END - LAST for start, end in away)


def test_outage_in_the_last_part_is_made_up_while_the_period_runs() -> None:
    at = END - timedelta(minutes=15)
    spans = [span(90, 40), span(20, 15)]
    later = lengthened(procedure(), watch(spans, procedure(), at), at)
    assert later == END - timedelta(minutes=20) + LAST
    longer = silence.extend(procedure(), later, at)
    whole = [span(90, 40), Span(END - timedelta(minutes=20), later + timedelta(minutes=1))]
    assert not silence.doubts(longer, watch(whole, longer, later + timedelta(minutes=2)))
    assert lengthened(longer, watch(spans, longer, at), at) is None


def test_outage_over_the_end_is_left_to_the_chair() -> None:
    known = watch([span(90, 10), span(-2, -5)], procedure(), OVER)
    assert lengthened(procedure(), known, OVER) is None
    with pytest.raises(silence.SilenceError, match="The chair puts it again"):
        silence.close(procedure(), "text", (), OVER, known)
    assert silence.close(procedure(), "text", (), OVER, known, confirmed="By telephone.").closing.by == "chair"


def test_outage_that_is_still_on_or_before_the_last_part_extends_nothing() -> None:
    at = END - timedelta(minutes=15)
    assert lengthened(procedure(), watch([span(90, 40)], procedure(), at), at) == at + LAST
    assert lengthened(procedure(), watch([span(900, 800), span(90, 15)], procedure(), at), at) is None
