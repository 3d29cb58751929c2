"""
What was done with an organisation, its programme and its meetings, in words. Pure: verb and data in, words out.

Sentences of the acts on a text stand in :mod:`accord.drafting.sentences`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext_lazy

from accord.access import Role
from accord.decisions.telling import kind_label, position_label
from accord.documents.sentences import document_sentence
from accord.drafting.sentences import quoted
from accord.lists.queries import list_title
from accord.meetings.choices import Invited, Word
from accord.positions.choices import Holding
from accord.programme.queries import struck_label
from accord.signing.wording import label_of

ROLES = {
    Role.SECRETARIAT: gettext_lazy("secretariat"),
    Role.CHAIR: gettext_lazy("chair"),
    Role.DELEGATE: gettext_lazy("delegation"),
    Role.PARTNER: gettext_lazy("partner"),
    Role.STAFF: gettext_lazy("interpreters and staff"),
    Role.PUBLIC: gettext_lazy("no mandate"),
}
SITTINGS = {"narrow": gettext_lazy("narrow"), "extended": gettext_lazy("extended")}
"""By the beginning of a sitting's code, "extended-2"."""
HOW = {
    "add": gettext_lazy("a further item"),
    "change": gettext_lazy("another wording"),
    "remove": gettext_lazy("taken off"),
    "open": gettext_lazy("open"),
    "closed": gettext_lazy("closed"),
}

COUNTED = {
    "organs": ngettext_lazy("%(count)d organ", "%(count)d organs", "count"),
    "partners": ngettext_lazy("%(count)d partner", "%(count)d partners", "count"),
    "terms": ngettext_lazy("%(count)d term of the chairmanship", "%(count)d terms of the chairmanship", "count"),
    "areas": ngettext_lazy("%(count)d area", "%(count)d areas", "count"),
    "priorities": ngettext_lazy(
        "%(count)d priority of the chairmanship", "%(count)d priorities of the chairmanship", "count"
    ),
}
"""What is entered many at a time, by the name of its count in the data of an entry."""
DATED = ("day", "until", "from", "to")
"""Data of an entry that is a day, or begins with one. It is recorded as YYYY-MM-DD."""
_DAY = re.compile(r"\b\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b")


def deed(verb: str, data: Mapping[str, Any], actor: str) -> str | None:
    """Return an entry as one sentence without a full stop, the actor first; None for a verb of other things."""
    pattern = _PATTERNS.get(verb)
    if pattern is None:
        return document_sentence(verb, data, actor)
    return _(pattern) % {**data, **_words(data), "actor": actor}


def days_told(words: str) -> str:
    """Return words with every day that stands in them as YYYY-MM-DD in the form of the reader's language."""
    return _DAY.sub(lambda found: _day_told(found[0]), words)


def _day_told(day: str) -> str:
    try:
        return date_format(date.fromisoformat(day), "j E Y")
    except ValueError:
        return day


def position_word(data: Mapping[str, Any]) -> str:
    """Return what a member said in words, with the note where it came too late."""
    words = position_label(str(data.get("position", "")))
    return _("%s (too late)") % words if data.get("late") else words


def role_name(role: str) -> str:
    """Return a capacity in words; as stored where it is not known."""
    known = {str(each): name for each, name in ROLES.items()}
    return str(known.get(role, role))


def _label(kind: type[TextChoices], value: object) -> str:
    """Return a stored choice in words, "" where it is none of these."""
    return str(kind(value).label) if value in kind.values else ""


def _words(data: Mapping[str, Any]) -> dict[str, str]:
    return {
        **{name: days_told(str(data[name])) for name in DATED if name in data},
        "what": quoted(str(data.get("what", ""))),
        "entered": _entered(data),
        "sign_in": days_told(str(data.get("what", ""))),
        "members": ", ".join(data.get("members", ())),
        "names": ", ".join(data.get("names", ())),
        "list": list_title(str(data.get("list", ""))),
        "mandate": " ".join(part for part in (role_name(data.get("role", "")), data.get("delegation", "")) if part),
        "kind": kind_label(str(data.get("kind", ""))),
        "needs": _("needs credentials") if data.get("needed") else _("needs no credentials"),
        "stance": label_of(str(data.get("kind", ""))),
        "position": position_word(data),
        "word": _label(Word, data.get("word")),
        "invited": _label(Invited, data.get("state")),
        "works": _("works") if data.get("works") else _("is closed"),
        "sitting": _sitting(str(data.get("in", ""))),
        "how": str(HOW.get(data.get("how", ""), data.get("how", ""))),
        "who": str(data.get("who", "")) or _("nobody"),
        "struck": ": ".join(filter(None, (struck_label(str(data.get("struck", ""))), str(data.get("item", ""))))),
        "holder": " ".join(filter(None, (_label(Holding, data.get("holding")), str(data.get("holder", ""))))),
    }


def _entered(data: Mapping[str, Any]) -> str:
    """Return how many of each were entered, "1 organ, 2 partners"; none of what there is none of."""
    counts = ((data.get(name), words) for name, words in COUNTED.items())
    told = [words % {"count": count} for count, words in counts if count and isinstance(count, int)]
    return ", ".join(told) or _("nothing")


def _sitting(code: str) -> str:
    """Return how a sitting is called inside a sentence: "extended", "extended 2"."""
    form, _dash, number = code.partition("-")
    return f"{SITTINGS.get(form, '')} {number}".strip()


_PATTERNS = {
    "founded": gettext_noop("%(actor)s founds %(what)s with %(members)s"),
    "gave a mandate to": gettext_noop("%(actor)s gives a mandate to %(sign_in)s: %(mandate)s"),
    "renewed the passphrase of": gettext_noop("%(actor)s gives %(sign_in)s a new passphrase"),
    "closed the sign-in": gettext_noop("%(actor)s closes the sign-in %(sign_in)s"),
    "reopened the sign-in": gettext_noop("%(actor)s opens the sign-in %(sign_in)s again"),
    "entered the register": gettext_noop("%(actor)s enters in the register: %(entered)s"),
    "convened": gettext_noop("%(actor)s convenes %(what)s"),
    "entered the agenda of": gettext_noop("%(actor)s enters the agenda of %(what)s: items %(items)s"),
    "entered the attendance of": gettext_noop("%(actor)s enters who sat at the table of %(what)s: seats %(seats)s"),
    "entered papers of": gettext_noop("%(actor)s enters the papers of %(what)s and the way of each: papers %(papers)s"),
    "proposed the meeting": gettext_noop("%(actor)s proposes the meeting %(what)s"),
    "entered the proposal": gettext_noop("%(actor)s enters the meeting %(what)s, which %(code)s proposes"),
    "convened as proposed": gettext_noop("%(actor)s convenes %(what)s, as %(code)s proposed"),
    "declined the meeting": gettext_noop("%(actor)s does not convene %(what)s: %(reason)s"),
    "moved": gettext_noop("%(actor)s moves %(what)s from %(from)s to %(to)s"),
    "proposed to invite": gettext_noop("%(actor)s proposes to invite %(whom)s to %(what)s"),
    "answered the proposal to invite": gettext_noop(
        "%(actor)s answers the proposal to invite %(whom)s to %(what)s: %(word)s"
    ),
    "sent the invitation of": gettext_noop("%(actor)s sends the invitation of %(whom)s to %(what)s"),
    "answered the invitation of": gettext_noop(
        "%(actor)s enters the answer of %(whom)s to the invitation to %(what)s: %(invited)s"
    ),
    "withdrew the invitation of": gettext_noop("%(actor)s withdraws the invitation of %(whom)s to %(what)s"),
    "registered participants of": gettext_noop("%(actor)s registers who takes part in %(what)s: people %(people)s"),
    "struck a participant of": gettext_noop("%(actor)s takes somebody off the list of participants of %(what)s"),
    "set the order of precedence of": gettext_noop("%(actor)s sets the order of precedence of %(what)s"),
    "entered who sat in a sitting of": gettext_noop(
        "%(actor)s enters who sat in a sitting of %(what)s: seats %(seats)s"
    ),
    "admitted staff to a sitting of": gettext_noop(
        "%(actor)s admits interpreters and staff to a sitting of %(what)s: %(people)s"
    ),
    "cancelled": gettext_noop("%(actor)s cancels %(what)s: %(reason)s"),
    "proposed for the agenda of": gettext_noop("%(actor)s proposes for the agenda of %(what)s: %(item)s"),
    "withdrew a proposal for the agenda of": gettext_noop(
        "%(actor)s withdraws what it proposed for the agenda of %(what)s: %(item)s"
    ),
    "took up for the agenda of": gettext_noop("%(actor)s takes up for the agenda of %(what)s: %(item)s"),
    "did not take up for the agenda of": gettext_noop(
        "%(actor)s does not take up for the agenda of %(what)s: %(item)s"
    ),
    "arranged the agenda of": gettext_noop("%(actor)s arranges the agenda of %(what)s (%(how)s): %(item)s"),
    "placed an item of": gettext_noop("%(actor)s gives an item of %(what)s another place: %(item)s"),
    "cleared the agenda of": gettext_noop("%(actor)s clears the provisional agenda of %(what)s: items %(items)s"),
    "adopted the agenda of": gettext_noop("%(actor)s enters that the agenda of %(what)s was adopted"),
    "named a document of an item of": gettext_noop("%(actor)s names a document of an item of %(what)s: %(item)s"),
    "took a document from an item of": gettext_noop("%(actor)s takes a document from an item of %(what)s: %(item)s"),
    "opened a list of speakers in": gettext_noop("%(actor)s opens a list of speakers of %(what)s: %(sitting)s"),
    "set the list of speakers in": gettext_noop("%(actor)s sets the list of speakers of %(what)s: %(how)s"),
    "put a speaker on the list in": gettext_noop("%(actor)s puts %(who)s on the list of speakers of %(what)s"),
    "took a speaker from the list in": gettext_noop("%(actor)s takes %(who)s from the list of speakers of %(what)s"),
    "set the order of speakers in": gettext_noop(
        "%(actor)s gives %(who)s another place among the speakers of %(what)s"
    ),
    "gave the floor in": gettext_noop("%(actor)s gives the floor in %(what)s: %(who)s"),
    "entered a statement in": gettext_noop("%(actor)s enters a statement that was made in %(what)s"),
    "drew up the record of": gettext_noop("%(actor)s draws up the record of %(what)s"),
    "edited the record of": gettext_noop("%(actor)s edits the record of %(what)s"),
    "circulated the record of": gettext_noop(
        "%(actor)s circulates the record of %(what)s for correction until %(until)s"
    ),
    "asked for a correction of the record of": gettext_noop(
        "%(actor)s asks for a correction of the record of %(what)s"
    ),
    "answered a correction of the record of": gettext_noop("%(actor)s answers a correction of the record of %(what)s"),
    "approved the record of": gettext_noop("%(actor)s approves the record of %(what)s"),
    "proposed the next meeting after": gettext_noop("%(actor)s enters when and where to meet after %(what)s"),
    "added a sitting to": gettext_noop("%(actor)s adds a sitting to %(what)s: %(sitting)s"),
    "dropped a sitting of": gettext_noop("%(actor)s takes a sitting out of %(what)s: %(sitting)s"),
    "entered statuses": gettext_noop("%(actor)s enters what states are to the organisation: %(members)s"),
    "entered founding acts": gettext_noop("%(actor)s enters founding acts: %(acts)s"),
    "entered a list": gettext_noop("%(actor)s enters the list “%(list)s”: new %(new)s, changed %(changed)s"),
    "stored a report": gettext_noop("%(actor)s stores a report of %(source)s: %(what)s"),
    "read a report again": gettext_noop("%(actor)s has a report of %(source)s read again: %(what)s"),
    "entered agreements with": gettext_noop(
        "%(actor)s enters agreements with partners (%(partners)s): agreements %(count)s"
    ),
    "entered contacts at": gettext_noop("%(actor)s enters contacts at partners (%(partners)s): contacts %(count)s"),
    "entered what was done with": gettext_noop(
        "%(actor)s enters what was done together with partners (%(partners)s): entries %(count)s"
    ),
    "entered from a report": gettext_noop("%(actor)s enters %(what)s from a report of %(source)s"),
    "entered an empty seat from a report": gettext_noop(
        "%(actor)s enters from a report of %(source)s that the seat of %(code)s was empty at %(what)s"
    ),
    "took back an empty seat of a report": gettext_noop(
        "%(actor)s takes back that the seat of %(code)s was empty at %(what)s, of which a report of %(source)s told"
    ),
    "matched an item of a report": gettext_noop(
        "%(actor)s says that “%(item)s” in %(what)s is “%(row)s” of the register"
    ),
    "left out an item of a report": gettext_noop("%(actor)s leaves “%(item)s” of %(what)s out"),
    "kept an item on a report": gettext_noop("%(actor)s keeps “%(item)s” on %(what)s, without entering it"),
    "settled a doubt in a report": gettext_noop("%(actor)s decides the doubt “%(item)s” in %(what)s"),
    "took back a decision on a report": gettext_noop("%(actor)s takes back what was decided of “%(item)s” in %(what)s"),
    "entered people": gettext_noop("%(actor)s enters people in office: %(people)s"),
    "entered a post of": gettext_noop("%(actor)s enters a post of %(what)s"),
    "ended a post of": gettext_noop("%(actor)s enters the last day of a post of %(what)s: %(until)s"),
    "entered powers": gettext_noop("%(actor)s enters what people may do for members: powers %(powers)s"),
    "tabled": gettext_noop("%(actor)s tables %(what)s in the %(sitting)s sitting"),
    "entered areas and priorities": gettext_noop("%(actor)s enters in the programme: %(entered)s"),
    "entered an area": gettext_noop("%(actor)s enters an area of cooperation: %(what)s"),
    "tied to an area": gettext_noop("%(actor)s says what belongs to an area of cooperation: %(what)s"),
    "struck an entry of": gettext_noop("%(actor)s strikes an entry of %(what)s (%(struck)s): %(reason)s"),
    "tied to a priority": gettext_noop("%(actor)s says what serves the priorities: %(count)s"),
    "planned a measure": gettext_noop("%(actor)s enters a measure: %(what)s"),
    "corrected a measure": gettext_noop("%(actor)s corrects the measure “%(before)s”: %(reason)s"),
    "marked a commitment": gettext_noop("%(actor)s marks a commitment in “%(text)s”: %(what)s"),
    "reported on a measure": gettext_noop("%(actor)s reports on a measure: %(what)s"),
    "reported on a commitment": gettext_noop("%(actor)s reports on a commitment: %(what)s"),
    "registered a proposal voiced": gettext_noop("%(actor)s registers a proposal that was voiced: %(what)s"),
    "said what became of a proposal voiced": gettext_noop(
        "%(actor)s says what became of a proposal that was voiced: %(what)s"
    ),
    "entered reported progress": gettext_noop(
        "%(actor)s enters what is reported of the priorities: reports %(reports)s"
    ),
    "handed over the chairmanship to": gettext_noop("%(actor)s hands the chairmanship over to %(code)s on %(day)s"),
    "took over the chairmanship": gettext_noop("%(actor)s confirms for %(code)s that the chairmanship was taken over"),
    "entered rules": gettext_noop("%(actor)s enters rules of the organisation: %(rules)s"),
    "entered particulars": gettext_noop("%(actor)s enters facts about the organisation: %(facts)s"),
    "entered names": gettext_noop("%(actor)s enters names in further languages: %(count)s"),
    "entered the programme": gettext_noop("%(actor)s enters the programme of the term from %(sign_in)s"),
    "entered a priority": gettext_noop("%(actor)s enters a priority: %(what)s"),
    "entered joint activities": gettext_noop("%(actor)s enters joint activities: editions %(activities)s"),
    "entered series of activities": gettext_noop("%(actor)s enters series of joint activities: %(names)s"),
    "entered what became of": gettext_noop("%(actor)s enters what became of %(names)s"),
    "tied an activity": gettext_noop("%(actor)s enters how joint activities are tied to others: %(names)s"),
    "entered joint operations": gettext_noop("%(actor)s enters joint operations: %(operations)s"),
    "entered who takes part in": gettext_noop("%(actor)s enters who takes part in operations: %(names)s"),
    "entered phases of operations": gettext_noop("%(actor)s enters phases of operations: %(names)s"),
    "entered results of operations": gettext_noop("%(actor)s enters published results of operations: %(names)s"),
    "said whether credentials are needed at": gettext_noop("%(actor)s says that %(what)s %(needs)s"),
    "received credentials at": gettext_noop("%(actor)s enters credentials of %(code)s received for %(what)s"),
    "accepted credentials at": gettext_noop("%(actor)s accepts the credentials of %(code)s for %(what)s"),
    "returned credentials at": gettext_noop("%(actor)s returns the credentials of %(code)s for %(what)s: %(reason)s"),
    "entered a decision": gettext_noop("%(actor)s enters %(what)s, decided on %(day)s"),
    "opened for signature": gettext_noop("%(actor)s opens %(what)s for signature on %(day)s"),
    "entered a signature of": gettext_noop("%(actor)s enters that %(code)s signed %(what)s on %(day)s"),
    "confirmed the signature under": gettext_noop("%(actor)s confirms the signature of %(code)s under %(what)s"),
    "entered how a member stands to": gettext_noop("%(actor)s enters how %(code)s stands to %(what)s: %(stance)s"),
    "answered for its state on": gettext_noop("%(actor)s answers for %(code)s on %(what)s: %(stance)s"),
    "entered the original of": gettext_noop("%(actor)s enters what is known of the original of %(what)s"),
    "sent a certified copy of": gettext_noop("%(actor)s enters a certified copy of %(what)s sent to %(to)s"),
    "made known who stands to": gettext_noop("%(actor)s makes known who signed %(what)s and who takes part"),
    "prepared to make known": gettext_noop("%(actor)s prepares that the decision %(what)s is made known"),
    "made known": gettext_noop("%(actor)s makes the decision %(what)s known"),
    "entered clocks": gettext_noop("%(actor)s enters in which zones one works: %(names)s"),
    "settled a day of the secretariat": gettext_noop("%(actor)s settles on %(day)s: the secretariat %(works)s"),
    "dropped a day of the secretariat": gettext_noop("%(actor)s takes out what was settled for %(day)s"),
    "put to decision": gettext_noop("%(actor)s puts %(what)s to decision under %(rule)s"),
    "took a position on": gettext_noop("%(actor)s takes a position on %(what)s: %(position)s"),
    "took its objection back from": gettext_noop("%(actor)s takes its objection back from %(what)s"),
    "recorded what was said on": gettext_noop("%(actor)s records what was said on %(what)s: %(names)s"),
    "counted the ballots of": gettext_noop("%(actor)s enters a count of the ballots of %(what)s"),
    "made a statement on": gettext_noop("%(actor)s attaches a statement to %(what)s: %(kind)s"),
    "closed the question": gettext_noop("%(actor)s closes %(what)s. %(sentence)s"),
    "extended the silence on": gettext_noop("%(actor)s extends the silence procedure on %(what)s"),
    "put again under silence": gettext_noop("%(actor)s puts %(what)s under silence again"),
    "said what it can live with on": gettext_noop(
        "%(actor)s says what it can live with in %(what)s: choices %(names)s"
    ),
    "set who sees the alignment": gettext_noop("%(actor)s sets who sees how near the members are: %(circle)s"),
    "put a point on": gettext_noop("%(actor)s puts a point on %(what)s: %(point)s"),
    "assessed": gettext_noop("%(actor)s assesses %(what)s: points %(points)s"),
    "entered situations": gettext_noop("%(actor)s enters what is reported of %(names)s"),
    "entered positions": gettext_noop("%(actor)s enters positions as they are reported: %(count)s"),
    "took back its assessment of": gettext_noop("%(actor)s takes back what it said of %(what)s"),
    "corrected a position": gettext_noop("%(actor)s corrects the position “%(what)s”: %(reason)s"),
    "settled whose a position is": gettext_noop("%(actor)s says whose the position %(what)s is: %(holder)s"),
}
