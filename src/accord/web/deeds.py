"""
What was done with an organisation, its programme and its meetings, in words. Pure: verb and data in, words out.

Sentences of the acts on a text stand in :mod:`accord.drafting.sentences`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.access import Role
from accord.decisions.telling import kind_label, position_label
from accord.drafting.sentences import quoted

ROLES = {
    Role.SECRETARIAT: gettext_lazy("secretariat"),
    Role.CHAIR: gettext_lazy("chair"),
    Role.DELEGATE: gettext_lazy("delegation"),
    Role.PARTNER: gettext_lazy("partner"),
    Role.PUBLIC: gettext_lazy("no mandate"),
}
SITTINGS = {"narrow": gettext_lazy("narrow"), "extended": gettext_lazy("extended")}


def deed(verb: str, data: Mapping[str, Any], actor: str) -> str | None:
    """Return an entry as one sentence without a full stop, the actor first; None for a verb of other things."""
    pattern = _PATTERNS.get(verb)
    return _(pattern) % {**data, **_words(data), "actor": actor} if pattern else None


def position_word(data: Mapping[str, Any]) -> str:
    """Return what a member said in words, with the note where it came too late."""
    words = position_label(str(data.get("position", "")))
    return _("%s (too late)") % words if data.get("late") else words


def role_name(role: str) -> str:
    """Return a capacity in words; as stored where it is not known."""
    known = {str(each): name for each, name in ROLES.items()}
    return str(known.get(role, role))


def _words(data: Mapping[str, Any]) -> dict[str, str]:
    return {
        "what": quoted(str(data.get("what", ""))),
        "sign_in": str(data.get("what", "")),
        "members": ", ".join(data.get("members", ())),
        "names": ", ".join(data.get("names", ())),
        "mandate": " ".join(part for part in (role_name(data.get("role", "")), data.get("delegation", "")) if part),
        "kind": kind_label(str(data.get("kind", ""))),
        "position": position_word(data),
        "sitting": str(SITTINGS.get(data.get("in", ""), "")),
    }


def _noop(pattern: str) -> str:
    """Mark a pattern for translation; it is translated where the sentence is made."""
    return pattern


_PATTERNS = {
    "founded": _noop("%(actor)s founds %(what)s with %(members)s"),
    "gave a mandate to": _noop("%(actor)s gives a mandate to %(sign_in)s: %(mandate)s"),
    "entered the register": _noop(
        "%(actor)s enters the register: organs %(organs)s, partners %(partners)s, terms of the chairmanship %(terms)s"
    ),
    "convened": _noop("%(actor)s convenes %(what)s"),
    "entered the agenda of": _noop("%(actor)s enters the agenda of %(what)s: items %(items)s"),
    "entered the attendance of": _noop("%(actor)s enters who sat at the table of %(what)s: seats %(seats)s"),
    "entered papers of": _noop("%(actor)s enters the papers of %(what)s and the way of each: papers %(papers)s"),
    "tabled": _noop("%(actor)s tables %(what)s in the %(sitting)s sitting"),
    "entered areas and priorities": _noop(
        "%(actor)s enters the programme: areas %(areas)s, priorities of the chairmanship %(priorities)s"
    ),
    "entered reported progress": _noop("%(actor)s enters what is reported of the priorities: reports %(reports)s"),
    "entered joint activities": _noop("%(actor)s enters joint activities: editions %(activities)s"),
    "entered joint operations": _noop("%(actor)s enters joint operations: %(operations)s"),
    "put to decision": _noop("%(actor)s puts %(what)s to decision under %(rule)s"),
    "took a position on": _noop("%(actor)s takes a position on %(what)s: %(position)s"),
    "took its objection back from": _noop("%(actor)s takes its objection back from %(what)s"),
    "recorded what was said on": _noop("%(actor)s records what was said on %(what)s: %(names)s"),
    "counted the ballots of": _noop("%(actor)s enters a count of the ballots of %(what)s"),
    "made a statement on": _noop("%(actor)s attaches a statement to %(what)s: %(kind)s"),
    "closed the question": _noop("%(actor)s closes %(what)s. %(sentence)s"),
    "extended the silence on": _noop("%(actor)s extends the silence procedure on %(what)s"),
    "put again under silence": _noop("%(actor)s puts %(what)s under silence again"),
    "said what it can live with on": _noop("%(actor)s says what it can live with in %(what)s: choices %(names)s"),
    "set who sees the alignment": _noop("%(actor)s sets who sees how near the members are: %(circle)s"),
    "put a point on": _noop("%(actor)s puts a point on %(what)s: %(point)s"),
    "assessed": _noop("%(actor)s assesses %(what)s: points %(points)s"),
    "entered situations": _noop("%(actor)s enters what is reported of %(names)s"),
}
