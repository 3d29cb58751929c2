"""What a guest will see of a meeting, told before anybody consents."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from accord.access import Subject
from accord.drafting.queries.rows import visible_texts
from accord.meetings.choices import Format
from accord.meetings.models import AgendaItem, Meeting, Sitting
from accord.meetings.queries.rows import visible_items, visible_notes, visible_sittings
from accord.meetings.taking_part import Sight
from accord.meetings.wording import sitting_name


def sight_of(by: Subject, meeting: Meeting, part: str) -> Sight:
    """
    Return what a guest of a part of a meeting sees and does not see, as far as ``by`` may know of it.

    Args:
        part: "" for the meeting, "sitting-<code>" or "item-<handle>".
    """
    kind, _dash, key = part.partition("-")
    if kind == "item":
        item = visible_items(by).filter(meeting=meeting, handle=key).first()
        return _of_item(by, meeting, item) if item else Sight((), (), ())
    sittings = list(visible_sittings(by).filter(meeting=meeting))
    if kind == "sitting":
        return _of_sitting(by, meeting, [each for each in sittings if each.code == key])
    return _of_meeting(by, meeting, [each for each in sittings if each.format != Format.NARROW])


def sitting_words(code: str) -> str:
    """Return a sitting in words, from its code."""
    if code == Format.NARROW:
        return _("the narrow sitting")
    return _("the extended sitting") if code == Format.EXTENDED else _("the sitting “%s”") % sitting_name(code)


def _first(meeting: Meeting) -> str:
    if meeting.organisation.public:
        return _("the meeting’s page, which is public: title, place, day, agenda and attendance")
    return _("the meeting’s title, place and day")


def _of_item(by: Subject, meeting: Meeting, item: AgendaItem) -> Sight:
    papers = visible_notes(by).filter(item=item)
    sees = (_first(meeting), _("the item “%s” and the papers tabled under it, now and later") % item.title)
    rest = () if meeting.organisation.public else (_("other items, and who sits at the table"),)
    return Sight(sees, (_("what else is tabled there"), *rest, _names()), tuple(papers.values_list("title", flat=True)))


def _of_sitting(by: Subject, meeting: Meeting, sittings: list[Sitting]) -> Sight:
    named = [sitting_words(each.code) for each in sittings]
    sees = (_first(meeting), *(line for each in named for line in _tabled(each)))
    rest = _("what is tabled in another sitting")
    return Sight(sees, (rest, _names()), _titles(by, meeting, sittings))


def _of_meeting(by: Subject, meeting: Meeting, sittings: list[Sitting]) -> Sight:
    whole = () if meeting.organisation.public else (_("its agenda, who sits at the table, and the papers before it"),)
    sees = (_first(meeting), *whole, *(line for each in sittings for line in _tabled(sitting_words(each.code))))
    return Sight(sees, (_("what is tabled in the narrow sitting"), _names()), _titles(by, meeting, sittings))


def _tabled(what: str) -> tuple[str, ...]:
    return (
        _("%s: hours, items, speakers, statements, and what is tabled in it, now and later") % what,
        _("texts negotiated there, without names"),
    )


def _names() -> str:
    return _("which delegation proposed which wording, and what members said of this invitation")


def _titles(by: Subject, meeting: Meeting, sittings: Iterable[Sitting]) -> tuple[str, ...]:
    audiences = [each.audience_id for each in sittings]
    notes = visible_notes(by).filter(meeting=meeting, audience__in=audiences).values_list("title", flat=True)
    texts = visible_texts(by).filter(meeting=meeting.pk, audience__in=audiences).values_list("title", flat=True)
    return (*notes, *texts)
