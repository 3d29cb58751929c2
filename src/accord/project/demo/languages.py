"""
A Russian version of the practice text, a sample like all of it: some paragraphs in step, one stale, the others missing.

The version is not authentic, so that it stands in nobody's way to the adoption.
"""

from __future__ import annotations

from uuid import uuid4

from accord.drafting import actions as drafting
from accord.drafting.languages import source_hash
from accord.project.demo.practice import Room

TAG = "ru"
EARLY = {"OP1": "Соглашаются назначить в каждом государстве-члене один контактный пункт, доступный постоянно;"}
"""Entered before anything was proposed there: stale since."""

LATE = {
    "": "Безопасное использование информационных технологий (образец формулировок)",
    "PP2": (
        "Отмечая, что их неправомерное использование [не останавливается на границах] [BLR: игнорирует границы] "
        "[TJK: не знает границ],"
    ),
    "PP4": "Приветствуя обмен опытом между компетентными органами,",
    "OP4": "Призывают школы и университеты обучать безопасному использованию информационных технологий;",
    "OP6": "Соглашаются проводить учение контактных пунктов каждый год;",
    "OP8": "Постановляют рассмотреть выполнение настоящего заявления на встрече через три года.",
}
"""Entered when the proposals stood; OP8 says three years instead of two, so that a doubtful place is there to see."""


def begin(room: Room) -> None:
    """Begin the Russian version with what is translated of the zero draft."""
    secretariat = room.people.secretariat
    drafting.enter_language(room.text.pk, by=secretariat, tag=TAG, key=uuid4())
    enter(room, EARLY)


def enter(room: Room, wordings: dict[str, str]) -> None:
    """Enter wordings, by the label of their paragraph, made from the paragraphs as they are now."""
    for label, wording in wordings.items():
        block = room.blocks[label]
        source = source_hash(room.now.body.block(block).inlines)
        drafting.translate(
            room.text.pk,
            by=room.people.secretariat,
            tag=TAG,
            block=block,
            wording=wording,
            source=source,
            key=uuid4(),
        )
