"""``accord begin TEMPLATE``: a council from a template, in the installation that the environment describes."""

from __future__ import annotations

import os
from dataclasses import replace
from uuid import uuid4

from rich.console import Console
from rich.table import Table

from accord.project.commands import databases
from accord.project.commands.refusing import Refusal

console = Console(highlight=False, soft_wrap=True, emoji=False, markup=False)


def run(template: str, name: str, public: bool) -> int:
    """Begin a council and print its sign-ins with their passphrases, this once; without a template, list them."""
    from accord.formats.organisations import templates  # noqa: PLC0415 -- data is read when the command runs

    known = templates()
    if not template:
        for each in known.values():
            console.print(f"{each.id:<16}{each.title}, {len(each.members)} members, {len(each.organs)} organs")
        return 0
    if template not in known:
        raise Refusal(f"There is no template {template!r}. The templates are: {', '.join(known)}.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accord.project.settings")
    databases.start()
    if reason := databases.unusable():
        raise Refusal(f"The database cannot be used: {reason}")
    databases.migrate()
    _begin(template, name, public)
    return 0


def _begin(template: str, name: str, public: bool) -> None:
    from django.contrib.auth import authenticate  # noqa: PLC0415 -- needs the started Django

    from accord.access import Subject  # noqa: PLC0415
    from accord.documents.founding import enter_template  # noqa: PLC0415
    from accord.members import actions  # noqa: PLC0415
    from accord.members.errors import Unfit  # noqa: PLC0415
    from accord.members.firsts import new_sign_ins, tag_of  # noqa: PLC0415
    from accord.members.passphrases import stored  # noqa: PLC0415
    from accord.members.queries import subject_of  # noqa: PLC0415
    from accord.members.templates import founding_of, templates  # noqa: PLC0415

    key, chosen = uuid4(), founding_of(templates()[template])
    founding = replace(chosen, name=name or chosen.name, public=public)
    made = new_sign_ins(founding, tag_of(key))
    password = {one.sign_in.name: stored(one.passphrase) for one in made}
    sign_ins = [one.sign_in for one in made]
    try:
        made_council = actions.begin_council(
            founding, sign_ins=sign_ins, password=password, by=Subject(name="founder"), key=key
        )
        secretariat = subject_of(authenticate(username=made[0].sign_in.name, password=made[0].passphrase))
        enter_template(made_council.pk, templates()[template], founding, by=secretariat, key=key)
    except Unfit as error:
        raise Refusal(str(error)) from error
    console.print(f"{founding.name} has begun, with {len(founding.members)} members. Its sign-ins, shown this once:")
    table = Table("for", "sign-in", "passphrase", box=None)
    for one in made:
        table.add_row(one.whom, one.sign_in.name, one.passphrase)
    console.print(table)
