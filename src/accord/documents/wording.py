"""The sentences with which the pages of documents open. Pure: how a document stands in, words out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.documents.choices import Outcome
from accord.documents.telling import listed
from accord.engine.passage import Clearing, Standing
from accord.members.tongues import spelled


def whereabouts(now: Standing, labels: Mapping[str, str]) -> str:
    """Return who has a document, or what became of it, in a few words: for a list."""
    if now.state == "here":
        return listed([labels[key] for key in now.at])
    if now.state == "not begun":
        return _("not yet on its way")
    left = labels.get(now.last.step, "") if now.last else ""
    outcome = str(Outcome(now.last.outcome).label) if now.last else ""
    if now.state in ("completed", "between") and left:
        return _("%(outcome)s: %(step)s") % {"outcome": outcome, "step": left}
    return {"withdrawn": _("withdrawn"), "split": _("split"), "merged": _("merged")}[now.state]


def standing_sentence(
    now: Standing, labels: Mapping[str, str], *, clearing: Clearing | None, reason: str = "", when: str = ""
) -> str:
    """
    Return where a document is, who has it, since when, what is missing and what comes next.

    Args:
        clearing: of the clearance that is under way, None without one, or where the reader may not know it.
        reason: why it was withdrawn. when: the day of the last stop as it is known, where that is no day.
    """
    parts = [_where(now, labels, when), _missing(clearing), _next(now, labels)]
    if reason:
        parts.append(reason if reason.endswith((".", "!", "?")) else f"{reason}.")
    return " ".join(part for part in parts if part)


def _where(now: Standing, labels: Mapping[str, str], when: str) -> str:
    at, day = whereabouts(now, labels), _day(now.since)
    if now.state == "not begun":
        return _("The document is not yet on its way.")
    if now.state == "here":
        if day:
            return _("It stands at %(at)s since %(day)s.") % {"at": at, "day": day}
        return _("It stands at %(at)s; no source says since when.") % {"at": at}
    if day or when:
        return _("%(what)s, %(day)s.") % {"what": capfirst(at), "day": when or day}
    return _("%(what)s; no source says on which day.") % {"what": capfirst(at)}


def _missing(clearing: Clearing | None) -> str:
    if clearing is None:
        return ""
    if clearing.complete:
        return _("Every member that was asked has cleared it.")
    parts = []
    if clearing.objecting:
        parts.append(ngettext("%s objects", "%s object", len(clearing.objecting)) % listed(clearing.objecting))
    if clearing.remarks:
        parts.append(ngettext("%s has remarks", "%s have remarks", len(clearing.remarks)) % listed(clearing.remarks))
    if clearing.awaited:
        words = ngettext("%s has not cleared it yet", "%s have not cleared it yet", len(clearing.awaited))
        parts.append(words % listed(clearing.awaited))
    return f"{'; '.join(parts)}."


def _next(now: Standing, labels: Mapping[str, str]) -> str:
    named = [labels[key] for group in now.ahead[-1:] for key in group] or [labels[key] for key in now.beyond[:1]]
    return _("Next: %s.") % listed(named) if named else ""


def _day(day: date | None) -> str:
    return date_format(day, "j E Y") if day else ""


def next_words(now: Standing, labels: Mapping[str, str]) -> str:
    """Return what comes next, for a list; "" for nothing."""
    keys = now.ahead[-1] if now.ahead else now.beyond[:1]
    return listed([labels[key] for key in keys])


def list_sentence(states: Sequence[str]) -> str:
    """Return the sentence over the list of documents; ``states`` one each."""
    total = len(states)
    going = sum(state in ("here", "between", "not begun") for state in states)
    done = sum(state == "completed" for state in states)
    words = ngettext("%(total)s document", "%(total)s documents", total) % {"total": capfirst(spelled(total))}
    parts = []
    if going:
        parts.append(ngettext("%s is on its way", "%s are on their way", going) % spelled(going))
    if done:
        parts.append(ngettext("%s is completed", "%s are completed", done) % spelled(done))
    rest = total - going - done
    if rest:
        parts.append(ngettext("%s ended before", "%s ended before", rest) % spelled(rest))
    return f"{words}: {', '.join(parts)}."


def papers_head(count: int) -> str:
    """Return the head over the documents of a meeting, "Nine papers and the way each has come"."""
    words = ngettext("%(count)s paper and the way it has come", "%(count)s papers and the way each has come", count)
    return words % {"count": capfirst(spelled(count))}


def papers_sentence(completed: int, forwarded: int, papers: int, onward: str) -> str:
    """
    Return what came of the papers before a meeting, "Nine papers were before them: seven were completed, …".

    Args:
        onward: name of the one step to which papers went on, "" for several.
    """
    counts = {"papers": capfirst(spelled(papers)), "completed": spelled(completed), "forwarded": spelled(forwarded)}
    counts["organ"] = onward or _("other organs")
    head = ngettext("%(papers)s paper was before them", "%(papers)s papers were before them", papers) % counts
    ends = []
    if completed:
        ends.append(ngettext("%(completed)s was completed", "%(completed)s were completed", completed) % counts)
    if forwarded:
        ends.append(_("%(forwarded)s went on to the %(organ)s") % counts)
    return f"{head}: {', '.join(ends)}." if ends else f"{head}."


def stop_days(since: date | None, until: date | None, when: str) -> str:
    """Return the days of a stop as they are known; "" where none is."""
    if when:
        return when
    if since and until and since != until:
        return _("%(since)s to %(until)s") % {"since": _day(since), "until": _day(until)}
    if since and not until:
        return _("since %s") % _day(since)
    return _day(until or since)
