"""What is public is described: settings, commands, names of the engine; and no link of the documentation is broken."""

import re
from pathlib import Path

import typer

from accord.cli.app import app
from accord.engine import text as engine
from accord.project.commands import register
from tests.house.tree import REFERENCE, ROOT, described, text_of, tracked

SETTING = re.compile(r"\bACCORD_[A-Z_]+\b")
LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")


def headings(page: Path) -> set[str]:
    """Return the names in backticks in the headings of a page."""
    lines = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    return {name for line in lines for name in re.findall(r"`([^`]+)`", line)}


def commands() -> set[str]:
    """Return every command of the command line, "accord demo" and the like."""
    whole = typer.Typer()
    whole.registered_commands = list(app.registered_commands)
    register(whole)
    named = (each.name or each.callback.__name__.removesuffix("_command") for each in whole.registered_commands)
    return {f"accord {name}" for name in named}


def slug(heading: str) -> str:
    """Return the anchor that a heading gets where Markdown is shown."""
    return re.sub(r"[^\w\- ]", "", heading.lstrip("# ").strip().lower()).replace(" ", "-")


def broken(page: Path) -> list[str]:
    """Return the relative links of a page that lead nowhere."""
    out = []
    for target in LINK.findall(text_of(page)):
        if "://" in target or target.startswith("mailto:"):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        if not path.exists() or (anchor and anchor not in anchors(path)):
            out.append(target)
    return out


def anchors(page: Path) -> set[str]:
    """Return what links can name in a page."""
    return {slug(line) for line in text_of(page).splitlines() if line.startswith("#")}


def test_settings_of_the_code_are_the_headings_of_their_page() -> None:
    sources = [path for path in tracked() if path.is_relative_to(ROOT / "src") and path.suffix == ".py"]
    used = {name for path in sources for name in SETTING.findall(text_of(path))}
    assert headings(REFERENCE / "settings.md") == used


def test_each_command_has_a_heading() -> None:
    assert commands() - headings(REFERENCE / "command-line.md") == set()


def test_each_public_name_of_the_engine_is_described() -> None:
    assert set(engine.__all__) - described() == set()


def test_each_public_name_of_the_engine_has_a_docstring() -> None:
    named = {name: getattr(engine, name) for name in engine.__all__}
    assert [name for name, value in named.items() if callable(value) and not (value.__doc__ or "").strip()] == []


def test_links_of_the_documentation_lead_somewhere() -> None:
    pages = [path for path in tracked() if path.suffix == ".md"]
    assert {str(page.relative_to(ROOT)): broken(page) for page in pages if broken(page)} == {}
