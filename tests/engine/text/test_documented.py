"""The examples of the reference page are what the engine does, and every finding that it makes is described."""

import re
from pathlib import Path

import pytest

from accord.engine import text as engine

ROOT = Path(__file__).resolve().parents[3]
REFERENCE = ROOT / "docs" / "reference"
FINDING = re.compile(r"\"([A-Z]\d{3})\"")


def examples() -> list[dict[str, str]]:
    pages = ((REFERENCE / name).read_text(encoding="utf-8") for name in ("notation.md", "cases.md"))
    blocks = [block for page in pages for block in re.findall(r"```examples\n(.*?)\n```", page, re.DOTALL)]
    each = (each for block in blocks for each in block.split("\n\n"))
    return [dict(re.split(r" +", line, maxsplit=1) for line in lines.splitlines()) for lines in each]


def document(line: str) -> str:
    """Return what an example has in one line: ¶ stands between paragraphs, ⏎ between lines."""
    return line.replace(" ¶ ", "\n\n").replace(" ⏎", "\n") + "\n"


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["printed"][:40])
def test_example_of_the_reference_is_true(example: dict[str, str]) -> None:
    base, printed = example.pop("base"), example.pop("printed")
    versions = {code: document(version) for code, version in example.items()}
    text = engine.compile_text(document(base), versions)
    assert engine.render(text).partition("\n\n")[2] == document(printed)
    assert engine.recovered(text, document(base), versions) == dict.fromkeys(["", *versions], True)


def test_every_finding_of_engine_command_line_and_word_is_described() -> None:
    folders = (ROOT / "src/accord/engine/text", ROOT / "src/accord/cli", ROOT / "src/accord/formats")
    sources = [path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py")]
    made = {code for source in sources for code in FINDING.findall(source)}
    page = (REFERENCE / "inspect.md").read_text(encoding="utf-8")
    assert made - set(re.findall(r"^\| `([A-Z]\d{3})` \|", page, re.MULTILINE)) == set()
