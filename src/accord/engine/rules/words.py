"""
Words of outcomes, in English and Russian: one table, from which every sentence is built.

Russian is written so that no word has to agree with a number.

Source: docs/reference/rules.md, "Sentences".
"""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("en", "ru")

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "adopted": "Adopted",
        "not_adopted": "Not adopted",
        "lapsed": "Lapsed",
        "undetermined": "Not determined",
        "under": "{outcome} under {rule}",
        "titled": "“{title}”",
        "unverified": "{rule} (wording unverified)",
        "for": "in favour", "against": "against", "abstain": "abstaining", "absent": "absent",
        "not_voting": "not voting", "not_participating": "not taking part", "objecting": "objecting",
        "objection": "objecting", "no_objection": "without objection",
        "not_for": "not in favour", "not_objecting": "without objection", "present": "present", "cast": "voting",
        "entitled": "entitled", "members": "members", "participants": "taking part",
        "of_cast": "votes cast", "of_present": "present", "of_members": "members", "of_entitled": "entitled members",
        "of_participants": "members taking part", "of_other": "{name}",
        "count": "", "weight": "{measure}: ",
        "share": "{weight}{left} of {base}{of} {among}{within}, {needed} needed",
        "number": "{weight}{left} {among}{within}, {needed} needed",
        "share_limit": "{weight}{left} of {base}{of} {among}{within}, at most {needed} allowed",
        "number_limit": "{weight}{left} {among}{within}, at most {needed} allowed",
        "within": " ({name})",
        "none": "nobody {among}{within}",
        "some": "{among}{within}: {who}",
        "no_objection_from": "no objection from {left} of {base} members",
        "against_were": "against: {who}",
        "objecting_were": "objecting: {who}",
        "quorum": "no quorum",
        "missing": "no position known of {who}",
        "and_more": "{who} and {number} more",
        "unknown_members": "Not a member under {rule} on this date: {codes}. Is the code right, and the date?",
        "seats": "The organ has {seats} seats; the positions make {lines} (permanent members without a line: {without}). Who holds the other seats, or who is not a member?",  # noqa: E501
        "subject": "Which member is {rule} about? Name it with --subject CODE.",
        "question_type": "Which kind of question does {organ} decide? The rules are: {rules}.",
        "question_differs": "The positions are on a question of {asked}; {rule} decides {decides}. Which is meant?",
        "roster_is_positions": "The members on {date} are taken from the positions: {members}.",
        "note": "{note}",
        "credentials": "Sits without accepted credentials, and is not counted as present: {codes}.",
        "standing": "How well the rule is known: {standing} ({source}).",
    },
    "ru": {
        "adopted": "Принято",
        "not_adopted": "Не принято",
        "lapsed": "Отпало",
        "undetermined": "Не определено",
        "under": "{outcome} по правилу {rule}",
        "titled": "«{title}»",
        "unverified": "{rule} (формулировка не проверена)",
        "for": "за", "against": "против", "abstain": "воздержались", "absent": "отсутствуют",
        "not_voting": "не голосовали", "not_participating": "не участвуют", "objecting": "возражают",
        "objection": "возражают", "no_objection": "без возражений",
        "not_for": "не за", "not_objecting": "без возражений", "present": "присутствуют", "cast": "голосовали",
        "entitled": "имеют право голоса", "members": "члены", "participants": "участвуют",
        "of_cast": "поданных голосов", "of_present": "присутствующих", "of_members": "членов",
        "of_entitled": "имеющих право голоса", "of_participants": "участвующих", "of_other": "{name}",
        "count": "", "weight": "{measure}: ",
        "share": "{weight}{among}{within} — {left} из {base}{of}, нужно {needed}",
        "number": "{weight}{among}{within} — {left}, нужно {needed}",
        "share_limit": "{weight}{among}{within} — {left} из {base}{of}, не больше {needed}",
        "number_limit": "{weight}{among}{within} — {left}, не больше {needed}",
        "within": " ({name})",
        "none": "{among}{within} — никто",
        "some": "{among}{within}: {who}",
        "no_objection_from": "нет возражений: {left} из {base} членов",
        "against_were": "против: {who}",
        "objecting_were": "возражают: {who}",
        "quorum": "нет кворума",
        "missing": "позиция не известна: {who}",
        "and_more": "{who} и ещё {number}",
        "unknown_members": "По правилу {rule} на эту дату не член: {codes}. Верны ли код и дата?",
        "seats": "В органе {seats} мест, по позициям выходит {lines} (постоянные члены без записи: {without}). Кто занимает остальные места или кто не член?",  # noqa: E501
        "subject": "О каком члене идёт речь в правиле {rule}? Назовите его: --subject CODE.",
        "question_type": "Какого рода вопрос решает {organ}? Правила: {rules}.",
        "question_differs": "Позиции — по вопросу {asked}; {rule} решает {decides}. Что имеется в виду?",
        "roster_is_positions": "Состав на {date} взят из позиций: {members}.",
        "note": "{note}",
        "credentials": "Заседает без принятых полномочий и не считается присутствующим: {codes}.",
        "standing": "Насколько правило известно: {standing} ({source}).",
    },
}  # fmt: skip

GROUPS: Mapping[str, Mapping[str, str]] = {
    "en": {"permanent": "permanent members"},
    "ru": {"permanent": "постоянные члены"},
}
STANDINGS: Mapping[str, Mapping[str, str]] = {
    "en": {"inference": "inferred", "unverified": "its wording is unverified"},
    "ru": {"inference": "выведено", "unverified": "формулировка не проверена"},
}
MEASURES: Mapping[str, Mapping[str, str]] = {
    "en": {"votes": "votes", "population": "population"},
    "ru": {"votes": "голоса", "population": "население"},
}
