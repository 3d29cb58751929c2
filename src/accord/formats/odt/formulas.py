"""
Formulas of an OpenDocument text (MathML) as plain characters: a fraction is (a+b)/c, a power x^2, a root √(x).

Source: MathML 3, 3 (presentation markup).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from accord.formats.odt.names import MATH

Parts = Sequence[etree._Element]
_UNSEEN = frozenset({"annotation", "annotation-xml", "mspace", "mphantom", "none", "mprescripts"})


def written_formula(element: etree._Element) -> str:
    """Return a formula as plain characters."""
    name = str(element.tag).removeprefix(MATH)
    parts = [each for each in element if isinstance(each.tag, str)]
    if name in _UNSEEN:
        return ""
    if not parts:
        return " ".join((element.text or "").split())
    return _FORMS.get(name, _joined)(element, parts)


def _joined(_element: etree._Element, parts: Parts) -> str:
    return "".join(map(written_formula, parts))


def _fraction(_element: etree._Element, parts: Parts) -> str:
    return "/".join(map(_grouped, parts))


def _square_root(element: etree._Element, parts: Parts) -> str:
    return f"√({_joined(element, parts)})"


def _root(element: etree._Element, parts: Parts) -> str:
    return f"{''.join(map(_grouped, parts[1:]))}√({_joined(element, parts[:1])})"


def _fenced(element: etree._Element, parts: Parts) -> str:
    return f"{element.get('open', '(')}{','.join(map(written_formula, parts))}{element.get('close', ')')}"


def _scripts(*marks: str) -> Callable[[etree._Element, Parts], str]:
    """Return the form of what stands above or below something, each behind its mark."""

    def written(_element: etree._Element, parts: Parts) -> str:
        grouped = zip(marks, map(_grouped, parts[1:]), strict=False)
        return written_formula(parts[0]) + "".join(f"{mark}{wording}" for mark, wording in grouped if wording)

    return written


def _grouped(element: etree._Element) -> str:
    wording = written_formula(element)
    return f"({wording})" if len(wording) > 1 else wording


_FORMS: dict[str, Callable[[etree._Element, Parts], str]] = {
    "mfrac": _fraction,
    "msqrt": _square_root,
    "mroot": _root,
    "mfenced": _fenced,
    **dict.fromkeys(("msup", "mover"), _scripts("^")),
    **dict.fromkeys(("msub", "munder"), _scripts("_")),
    **dict.fromkeys(("msubsup", "munderover"), _scripts("_", "^")),
}
