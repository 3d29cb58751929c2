from datetime import date
from pathlib import Path

import pytest

import accord
from accord.formats.facts import FactsError, Source, read_facts

HEAD = """
schema: accord-facts/1
as_of: 2031-05-04
sources: {gazette: {name: The Gazette, url: "https://example.org/1", date: 2031-05-03}}
"""


def written(folder: Path, body: str) -> Path:
    path = folder / "council.yaml"
    path.write_text(HEAD + body, encoding="utf-8")
    return path


def test_facts_resolve_their_source(tmp_path: Path) -> None:
    facts = read_facts(written(tmp_path, "members:\n  - {code: XAA, source: gazette, standing: stated}\n"))
    (member,) = facts["members"]
    assert facts.as_of == date(2031, 5, 4)
    assert (member["code"], member.standing, member.why) == ("XAA", "stated", "")
    assert member.source == Source("The Gazette", "https://example.org/1", date(2031, 5, 3))


def test_facts_inside_a_fact_are_facts_too(tmp_path: Path) -> None:
    seat = "{member: XAA, source: gazette, standing: unverified, why: memory}"
    body = f"meeting: {{city: Xa, source: gazette, standing: stated, seats: [{seat}]}}\n"
    meeting = read_facts(written(tmp_path, body))["meeting"]
    assert [seat.why for seat in meeting["seats"]] == ["memory"]


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        ("{code: XAA, source: rumour, standing: stated}", "members[0]: source 'rumour' is not in the list of sources"),
        ("{code: XAA, source: gazette, standing: certain}", "members[0]: standing 'certain' is not one of"),
        ("{code: XAA, source: gazette, standing: inference}", "members[0]: an item that is not stated says why"),
    ],
)
def test_facts_without_a_basis_are_refused(tmp_path: Path, item: str, reason: str) -> None:
    with pytest.raises(FactsError) as refusal:
        read_facts(written(tmp_path, f"members:\n  - {item}\n"))
    assert str(refusal.value).startswith(reason)


def test_facts_of_the_demonstration_can_be_read() -> None:
    facts = read_facts(Path(accord.__path__[0]) / "data" / "facts" / "csto-2024.yaml")
    assert facts.as_of == date(2024, 6, 21)
    assert [paper["number"] for paper in facts["meeting"]["papers"] if not paper["title"]] == [6, 7]
    assert [seat["member"] for seat in facts["meeting"]["seats"] if seat["attendance"] == "empty"] == ["ARM"]
