"""How series and operations are called in other languages, and how else they are written."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext as _

from accord.access import Subject
from accord.members import checks
from accord.members.choices import Use
from accord.members.errors import Unfit
from accord.members.models import Name, Organisation
from accord.members.values import NameEntry
from accord.programme.actions.entering import entering, organisation_of
from accord.programme.models import Operation, Series
from accord.record import acts as record

TABLES: dict[str, type[Model]] = {"series": Series, "operation": Operation}
"""Where what a name is of stands, by the first word of it; the rest is its key."""


@record.action(answers=organisation_of)
def enter_name(organisation_id: str, entry: NameEntry, *, by: Subject, key: UUID) -> Organisation:
    """
    Enter a name in a language, in the place of the one it had in it; or, without a language, another spelling.

    Raises:
        Unfit: nothing is called so, or the words cannot be used.
    """
    with entering("entered names", organisation_id, {"count": 1}, by=by, key=key) as organisation:
        kind, _space, which = entry.of.partition(" ")
        table = TABLES.get(kind)
        if table is None or not table._default_manager.filter(organisation=organisation, key=which).exists():
            raise Unfit("of", _("“%s” is not in the register.") % entry.of)
        use = Use.NAME if entry.language else Use.ALIAS
        known = Name.objects.filter(organisation=organisation, of=entry.of)
        words = checks.name("words", entry.words, longest=300)
        if use == Use.NAME:
            known.filter(language=entry.language, use=use).delete()
        if not known.filter(language=entry.language, words=words).exists():
            known.create(organisation=organisation, of=entry.of, language=entry.language, use=use, words=words)
        return organisation
