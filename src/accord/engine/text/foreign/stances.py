"""
What delegations say to a wording, and the words that say it: "propose", "oppose", "reserves its position", …

Source: docs/reference/inspect.md, "Stances".
"""

from __future__ import annotations

import re
from typing import Literal, get_args

from accord.engine.text.foreign.naming import names_in
from accord.engine.text.foreign.roster import Roster

Stance = Literal[
    "propose",
    "support",
    "oppose",
    "delete",
    "retain",
    "reserve",
    "scrutiny",
    "considering",
    "flexible",
    "follow-consensus",
    "note",
]

STANCES: tuple[Stance, ...] = get_args(Stance)

_OPTIONAL = (
    r"(?:(?:also|still|strongly|formally|currently|would|could|can|will|may|to|is|are|does|do|has|have|be|an?)\s+)*"
)
_WORDS: dict[Stance, str] = {  # in the order in which they are looked for: the longer phrase before its part
    "scrutiny": r"(?:(?:parliamentary|general|substantive|study|linguistic)\s+){0,2}scrutiny(?:\s+reserv\w+)?"
    r"|study\s+reserv\w+|réserve\s+d['’]examen",
    "follow-consensus": r"(?:follow|join|go\s+along\s+with|not\s+block|not\s+stand\s+in\s+the\s+way\s+of)\s+(?:the\s+)?"
    r"(?:consensus|majority|group)|go\s+along|присоедин\w+\s+к\s+консенсусу",
    "flexible": r"(?:show\s+)?flexib\w+|гибк\w+|проявля\w+\s+гибкость",
    "oppose": r"oppos\w*|object\w*|reject\w*|disagree\w*|against|(?:not|cannot)\s+(?:accept|support|agree)\w*"
    r"|возража\w+|против|не\s+поддержива\w+|s['’]oppos\w+|se\s+opone\w*",
    "delete": r"delet\w*|del\.?(?=\s*[.;]?\s*\Z)|remov\w+|strike\w*|исключ\w+|снять|удалить|supprim\w+|suprim\w+",
    "retain": r"retain\w*|keep\w*|maintain\w*|restor\w+|reinstat\w+|сохран\w+|maint\w+|mantener",
    "reserve": r"reserv\w*|bracket(?:s|ed)?(?=\s*[.;]?\s*\Z)|резервир\w+|оговорк\w+|réserv\w+",
    "considering": r"consider\w*|stud(?:y|ies|ying)\b|reflect\w*|seek\w*\s+instructions"
    r"|рассматрива\w+|изуча\w+|étudi\w+",
    "support": r"support(?!ed\s+by)\w*|agree\w*|accept\w*|endors\w*|prefer\w*|favou?r\w*|welcom\w+"
    r"|поддержива\w+|соглас\w+|appu\w+|soutien\w*|apoya\w*",
    "propose": r"propos\w*|suggest\w*|add(?:s|ed|ing)?|insert\w*|tabl(?:e|es|ed)|amend\w*|request\w*|предлага\w+"
    r"|предлож\w+|добав\w+|propon\w+",
    "note": r"not(?:e|es|ed|ing)|ask\w*|question\w*|quer(?:y|ies)|отмеча\w+",
}
_GLUED = r"(?<=[A-Z])(?=(?:propose|oppose|support|delete|retain|reserve)s?\b)"
_CLAUSE = re.compile(
    rf"(?P<names>\S.*?)(?:(?:\s+{_OPTIONAL}|{_GLUED})(?:"
    + "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in _WORDS.items())
    + r")(?P<rest>(?!\w).*))?",
    re.IGNORECASE | re.DOTALL,
)
_AFTER_COLON = re.compile(
    r"[^:]{1,60}:\s*(?:\w+\s+){0,3}?(?:reserv|scrutin|flexib|оговорк|резервир|réserv)\w*"
    r"(?:\s+(?:its|their)\s+position|\s+reservation|\s+позицию)?(?:\s+(?:on|to|as\s+to|about|по)\s[^:]{1,50})?[.\s]*"
    r"|[^:]{1,60}:\s*(?:retain|keep|bracket|сохранить|оставить|maintenir|mantener)[.\s]*",
    re.IGNORECASE,
)
_WITHOUT_COLON = re.compile(
    r"[^:]{1,60}?\s+(?:\w+\s+){0,3}?"
    r"(?:reserv|scrutin|flexib|consider|studying|follow\w*\s+consensus|оговорк|резервир|réserv)[^:]*",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(
    r"(?:(?:this|the|its|their|that|whole)\s+)*(?:it|text|paragraph|sentence|proposal|wording|bracket|article|position)?s?"
    r"(?:\s+\d[\w.()]*)?[.;]?",
    re.IGNORECASE,
)


def clause_of(clause: str) -> tuple[str, Stance, str]:
    """
    Return the names of a clause, what they say, and what follows: "XAA reserves its position" gives
    ("XAA", "reserve", "its position"). Names without a verb propose.
    """
    match = _CLAUSE.fullmatch(clause.strip())
    if not match:
        return clause.strip(), "propose", ""
    stance: Stance = next((name for name in STANCES if match[name.replace("-", "_")]), "propose")
    return match["names"].rstrip(": "), stance, (match["rest"] or "").strip()


def says_only_a_position(content: str, roster: Roster) -> bool:
    """Whether the inside of a bracket is no wording but a position: "XAA reserves its position", "XAA: flexible"."""
    names, _, rest = clause_of(content)
    is_about_it = ":" not in content and _OF_WHAT.fullmatch(rest)
    says_so = _AFTER_COLON.fullmatch(content) or _WITHOUT_COLON.fullmatch(content) or is_about_it
    if names == content.strip() or not says_so:
        return False
    return names_in(names, roster).is_sound
