"""The rules: what the organisation's own rules say, and the decision rules that its council can decide by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from accord.access import Subject
from accord.decisions.rulebook import rule_lines
from accord.engine.rules.model import Rule
from accord.engine.rules.seating import ANYBODYS
from accord.formats.rules import shipped, versions
from accord.members.models import Organisation, Provision
from accord.members.queries import visible_organisations
from accord.search.values import Found, Source


def _scopes(_organisation_id: str) -> Iterator[str]:
    yield "rules"


def _touched(_organisation_id: str, _stream: str) -> Iterator[str]:
    yield "rules"


def _passages(organisation_id: str, _scope: str) -> Iterator[Found]:
    for row in Provision.objects.filter(organisation=organisation_id):
        place = {"place": "rule", "thing": row.key, "key": row.key, "of": f"rule {row.key}"}
        words = " · ".join(filter(None, (row.words, row.article)))
        yield Found(kind="rules", title=row.title, words=words, named=True, **place)
    for rule in _near(organisation_id):
        yield from _deciding(rule)


def _near(organisation_id: str) -> Iterator[Rule]:
    """Yield every version of the decision rules of the council's own organ, and of those that any council can take."""
    own = Organisation.objects.values_list("rule", flat=True).get(pk=organisation_id)
    organs = {*ANYBODYS, *(each.organ for each in shipped().get(own, ()))}
    for id_, (first, *_later) in shipped().items():
        if first.organ in organs:
            yield from versions(id_)


def _deciding(rule: Rule) -> Iterator[Found]:
    """Yield a rule under its title in each language, with its sentence in it where there is one."""
    place = {"place": "deciding-rule", "thing": rule.id, "key": rule.id, "label": "deciding"}
    known = {"since": rule.start, "until": rule.end}
    for tag, title in rule.title.items():
        words = rule.sentence if tag == "en" else rule.sentences.get(tag, "")
        yield Found(kind="rules", title=title, words=words, named=True, language=tag, **known, **place)  # type: ignore[arg-type]


def _provisions(by: Subject, organisation_id: str, things: Collection[str]) -> Iterable[str]:
    rows = Provision.objects.filter(organisation__in=visible_organisations(by), organisation_id=organisation_id)
    return rows.filter(key__in=things).values_list("key", flat=True)


def _rules(by: Subject, organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return {line.id for line in rule_lines(by, organisation_id)} & set(things)


SOURCE = Source(
    streams=("register", "lists"),
    prefixes=("rules",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"rule": _provisions, "deciding-rule": _rules},
)
