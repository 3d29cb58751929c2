"""What a delegation says that it can live with. Each action is one transaction and one entry of the record."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.access.models import Audience
from accord.access.queries import named_audience
from accord.drafting.errors import Stale
from accord.drafting.models import Text
from accord.drafting.queries.rows import current, version_seen, visible_texts
from accord.engine.text.wanting import wanted
from accord.positions.access import may_wish
from accord.positions.audiences import with_the_chair_alone
from accord.positions.models import Wish
from accord.positions.pages.wishes import Saying
from accord.record import acts as record


def _text(pk: str) -> Text:
    return Text.objects.get(pk=pk)


@record.action(answers=_text)
def say_wishes(
    text_id: str, sayings: Mapping[str, Saying], *, for_chair: bool, seen: str, by: Subject, key: UUID
) -> Text:
    """
    Say which wordings of open choices the own delegation prefers, can live with, or objects to.

    What it said before of these choices is replaced. It changes nothing in the text; who holds what is said there.

    Args:
        sayings: number of a choice → what is said of it, wordings by their place in the version ``seen``.
        for_chair: whether the chair alone sees it, besides the own delegation; else all who see names in the text do.

    Raises:
        Stale: the page shows a version that the text never had, or a wording that is no longer on the table.
    """
    with record.act("said what it can live with on", by=by, key=key) as act:
        text = act.lock(visible_texts(by).select_related("audience"), text_id)
        body = current(text).body
        require(may_wish(by, text, body))
        audience = with_the_chair_alone(by.delegation, text.audience) if for_chair else named_audience(text.audience)
        there = {each.choice: each.wordings for each in wanted(body)}
        shown = _shown(text, seen)
        for choice, saying in sayings.items():
            said = _by_wording(choice, saying, shown.get(choice, ()), there.get(choice, ()))
            Wish.objects.update_or_create(
                text=text,
                code=by.delegation,
                choice=choice,
                defaults={"said": said, "weight": saying.weight, "audience": audience, "at": act.at},
            )
        _write_wishes(act, text, audience, sorted(sayings, key=_as_number))
        return text


def _shown(text: Text, seen: str) -> dict[str, tuple[str, ...]]:
    version = version_seen(text, seen)
    if version is None:
        raise Stale(_("This page shows a version that the text never had. Load it again."))
    return {each.choice: each.wordings for each in wanted(version.body)}


def _by_wording(choice: str, saying: Saying, shown: tuple[str, ...], there: tuple[str, ...]) -> dict[str, str]:
    said = {shown[at]: word for at, word in saying.said.items() if at < len(shown)}
    if len(said) < len(saying.said) or not set(said) <= set(there):
        raise Stale(_("Choice %s has changed since you opened it: look at its wordings again.") % choice)
    return said


def _write_wishes(act: record.Act, text: Text, audience: Audience, choices: list[str]) -> None:
    act.entry(
        organisation_id=text.organisation_id,
        stream=f"wishes:{text.pk}:{audience.pk}",
        audience=audience,
        data={"text": text.pk, "what": text.title, "names": choices},
        answer=text.pk,
    )


def _as_number(choice: str) -> tuple[int, ...]:
    return tuple(int(part) for part in choice.split(".") if part.isdigit())
