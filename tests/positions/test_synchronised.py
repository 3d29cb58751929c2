"""The synchronised assessment on its whole way: assessed, put side by side, drawn up, and agreed like any text."""

import io
import re
from typing import Any
from zipfile import ZipFile

from django.test import Client

from accord.access import Subject
from accord.drafting.models import Text
from accord.engine import text as engine
from tests import factories
from tests.factories import Council
from tests.positions.reporting import question_of, situation_of

SAID = {
    "Water is shared by need.": ("supports", "lives", "supports", "supports"),
    "Dams are opened.": ("supports", "supports", "supports", "objects"),
}
APART = "2. Note that their assessments differ on the following: Dams are opened."


def post(client: Client, by: Subject, address: str, **values: Any) -> str:
    """Post as somebody does on a page, and return where it leads; fails where it is refused."""
    answer = factories.sign_in(client, by).post(address, {"key": str(factories.key()), **values})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.get("Location"))


def act(client: Client, by: Subject, text: Text, verb: str, **values: Any) -> None:
    post(client, by, f"/texts/{text.pk}/acts/{verb}/", seen=factories.seen(text), **values)


def page(client: Client, by: Subject, address: str) -> str:
    return factories.sign_in(client, by).get(address).content.decode()


def assessed(client: Client, council: Council) -> str:
    """Let every member assess two questions on their page; return the address of the situation."""
    row = situation_of(council)
    points = {words: question_of(council, row, words, public=False).pk for words in SAID}
    address = f"/situations/{row.handle}/"
    for at, code in enumerate(("XAA", "XBB", "XCC", "XDD")):
        said = {f"said-{points[words]}": values[at] for words, values in SAID.items()}
        post(client, council.delegate(code), f"{address}assess/", shown="council", **said)
    return address


def drawn_up(client: Client, council: Council, address: str) -> Text:
    """Open the text from the page on which the assessments stand side by side."""
    side = page(client, council.secretariat, f"{address}together/")
    assert "Of 2 questions: 1 is shared; on 1 the members differ." in side
    assert re.search(r"XDD.{0,40}apart", re.sub(r"<[^>]+>", "", side), re.DOTALL)
    day = re.search(r'name="day" value="([0-9-]{10})"', side)
    assert day is not None
    opened = {"title": "On dry rivers", "sample": "on", "day": day[1]}
    post(client, council.secretariat, f"{address}together/text/", **opened)
    return Text.objects.get()


def wordings(text: Text) -> list[str]:
    return [engine.project_block(each, None).strip() for each in factories.now(text).body.blocks]


def test_assessment_is_drawn_up_side_by_side_and_agreed_like_any_text(client: Client, council: Council) -> None:
    address = assessed(client, council)
    text = drawn_up(client, council, address)
    assert wordings(text)[-2:] == ["1. Share the following assessment: Water is shared by need;", APART]
    one, other = council.delegate("XAA"), council.delegate("XDD")
    assert APART in re.sub(r"<[^>]+>", "", page(client, one, f"/texts/{text.pk}/"))
    block = factories.block(text, "differ on the following")
    wording = "2. Note that their assessments of dams differ."
    act(client, one, text, "propose", block=block, wording=wording, stage="tabled")
    assert "of dams" in page(client, other, f"/texts/{text.pk}/")
    choices = re.findall(r"\?choice=([0-9.]+)", page(client, council.chair, f"/texts/{text.pk}/"))
    for choice in sorted({*choices}):
        act(client, other, text, "support", choice=choice, alternative=1)
        act(client, council.chair, text, "propose-closing", choice=choice, alternative=1)
        asked = re.search(r'name="closing" value="(\w+)"', page(client, other, f"/texts/{text.pk}/?choice={choice}"))
        assert asked is not None
        act(client, council.chair, text, "ask", closing=asked[1])
        act(client, council.chair, text, "close", closing=asked[1])
    assert wordings(text)[-1] == wording
    act(client, council.chair, text, "agree-clear", forum="plenary of deputies", pending=["XDD"])
    act(client, other, text, "confirm", block=block)
    states = {each.id: each.status for each in factories.now(text).body.blocks}
    assert (states[block].forum, states[block].pending) == ("plenary of deputies", ())
    assert f"/texts/{text.pk}/" in page(client, one, address)


def test_side_by_side_is_printed_for_chair_and_secretariat_alone(client: Client, council: Council) -> None:
    address = assessed(client, council)
    answer = factories.sign_in(client, council.secretariat).get(f"{address}together/paper.docx")
    with ZipFile(io.BytesIO(answer.content)) as packed:
        words = re.sub(r"<[^>]+>", " ", packed.read("word/document.xml").decode())
    for told in ("Assessments side by side", "Dams are opened.", "XDD objects", "apart: XDD", "shared by all"):
        assert told in words, told
    factories.sign_in(client, council.delegate("XAA"))
    assert client.get(f"{address}together/paper.docx").status_code == 404
