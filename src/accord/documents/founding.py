"""What a council that begins from a template knows on its first day, entered by the actions that everybody uses."""

from __future__ import annotations

from uuid import UUID, uuid5

from accord.access import Subject
from accord.documents.actions import set_way
from accord.documents.templates import way_of
from accord.formats.organisations import Template
from accord.members import actions as members
from accord.members.templates import clocks_of, rules_of, terms_of
from accord.members.values import Founding


def enter_template(organisation_id: str, template: Template, founding: Founding, *, by: Subject, key: UUID) -> None:
    """
    Enter clocks, the way of documents and the chairmanship as far as the template knows them, each as an act.

    Args:
        by: the secretariat. key: that of the founding; each act has a key of its own that follows from it.
    """
    members.enter_clocks(organisation_id, clocks_of(template, founding), by=by, key=uuid5(key, "clocks"))
    set_way(organisation_id, *way_of(template), by=by, key=uuid5(key, "way"))
    if rules := rules_of(template):
        members.enter_provisions(organisation_id, rules, by=by, key=uuid5(key, "rules"))
    if terms := terms_of(template, founding):
        members.enter_register(organisation_id, (), (), terms, by=by, key=uuid5(key, "terms"))
