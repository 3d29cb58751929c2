"""Every page comes with the strict policy, and holds nothing that the policy would have to forbid."""

from typing import Any

import pytest
from lxml import html

from tests.web.test_access_matrix import ROLES, Row, World, answer, pages

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}
HOME = Row("home", {}, "GET", (200,) * len(ROLES), "")
MISSING = Row("meeting", {"meeting_id": "missing"}, "GET", (404,) * len(ROLES), "")
REFUSED = Row("convene", {}, "GET", (302, 200, 200, 403, 403, 403, 403, 403), "")


def answers(row: Row, world: World) -> list[Any]:
    """Return the page as each role gets it, the way to the sign-in left out."""
    roles = [role for role, status in zip(ROLES, row.answers, strict=True) if status != 302]
    return [answer(row, world, role) for role in roles]


def inline_of(page: bytes) -> list[str]:
    """Return what a page holds of inline styles, scripts and handlers."""
    tree = html.document_fromstring(page)
    found = [html.tostring(node, encoding="unicode") for node in tree.iter("style")]
    found += [html.tostring(node, encoding="unicode") for node in tree.iter("script") if not node.get("src")]
    for node in tree.iter(html.etree.Element):
        found += [f"{name}={value}" for name, value in node.attrib.items() if name == "style" or name.startswith("on")]
        found += [value for value in node.attrib.values() if value.strip().lower().startswith("javascript:")]
    return found


@pytest.mark.parametrize("row", [*pages(), MISSING, REFUSED], ids=lambda row: f"{row.name} {row.address}")
def test_page_has_the_strict_policy_and_nothing_inline(row: Row, world: World) -> None:
    for response in answers(row, world):
        if response["Content-Type"].startswith("text/html"):
            assert {part.strip() for part in response["Content-Security-Policy"].split(";")} == POLICY
            assert inline_of(response.content) == []
        else:
            assert response["Content-Security-Policy"] == "sandbox"
            assert response["Content-Disposition"].startswith("attachment")


def test_inline_of_finds_what_it_looks_for() -> None:
    page = b"""<html><body style="x"><p onclick="x">a</p><style>b</style><script>c</script>
        <script src="/s.js"></script><a href=" JavaScript:x">d</a></body></html>"""

    assert sorted(inline_of(page)) == [
        " JavaScript:x",
        "<script>c</script>\n        ",
        "<style>b</style>",
        "onclick=x",
        "style=x",
    ]


@pytest.mark.parametrize("row", pages(), ids=lambda row: f"{row.name} {row.address}")
def test_page_of_somebody_signed_in_is_kept_by_no_cache(row: Row, world: World) -> None:
    for role, status in zip(ROLES, row.answers, strict=True):
        if status == 200 and role != "public":
            response = answer(row, world, role)
            assert (response["Cache-Control"], "Cookie" in response["Vary"]) == ("no-store", True)


@pytest.mark.parametrize("header", [("X-Frame-Options", "DENY"), ("X-Content-Type-Options", "nosniff")])
def test_page_has_the_other_headers(header: tuple[str, str], world: World) -> None:
    name, value = header

    assert answer(HOME, world, "public")[name] == value
