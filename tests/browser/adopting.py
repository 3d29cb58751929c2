"""Bring the practice text of a demonstration to its adoption and release: ``ACCORD_DATA=FOLDER python -m …``."""

from __future__ import annotations

import os
from uuid import uuid4

import django

from accord.access import Subject


def main() -> None:
    """Close every choice, adopt, and release text and history, by the actions that people use."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "accord.project.settings"
    django.setup()

    from accord.decisions import actions as decisions  # noqa: PLC0415 -- after the start of Django
    from accord.drafting import actions  # noqa: PLC0415
    from accord.drafting.models import Text  # noqa: PLC0415
    from accord.drafting.queries.rows import current  # noqa: PLC0415
    from accord.engine import text as engine  # noqa: PLC0415
    from accord.members.models import Organisation  # noqa: PLC0415
    from accord.project.demo import practice  # noqa: PLC0415
    from accord.project.demo.people import people_of  # noqa: PLC0415
    from accord.publishing import actions as releases  # noqa: PLC0415
    from accord.publishing.queries import confirm_page  # noqa: PLC0415

    people = people_of(Organisation.objects.get())
    text = Text.objects.get()

    def act(action, by: Subject, **values):
        return action(text.pk, by=by, key=uuid4(), **values)

    def seen() -> dict[str, str]:
        return {"seen": current(Text.objects.get()).fingerprint}

    while standing := next(iter(engine.choices(current(Text.objects.get()).body)), None):
        last = len(standing.choice.alternatives) - 1
        closing = act(
            actions.propose_closing, people.chair, choice=standing.choice.id, alternative=last, **seen()
        )
        act(actions.ask, people.chair, closing=closing.pk)
        act(actions.close, people.chair, closing=closing.pk)
    for block in current(Text.objects.get()).body.blocks:
        if any(note.kind == "reserve" for note in block.notes):
            act(actions.lift, people.delegate("RUS"), block=block.id, **seen())
    act(actions.agree_clear, people.chair, forum=practice.FORUM, **seen())
    act(actions.put_to_council, people.chair, **seen())
    adoption = act(decisions.adopt_text, people.chair, **seen())
    for kind, prepare, release in (
        ("text", releases.prepare, releases.release),
        ("history", releases.prepare_history, releases.release_history),
    ):
        shown = confirm_page(people.secretariat, adoption.pk, "prepare", kind).fingerprint
        prepare(adoption.pk, by=people.secretariat, seen=shown, key=uuid4())
        shown = confirm_page(people.chair, adoption.pk, "release", kind).fingerprint
        release(adoption.pk, by=people.chair, seen=shown, key=uuid4())


if __name__ == "__main__":
    main()
