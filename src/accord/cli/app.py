"""What can be typed: the commands on texts with their arguments and options. Each has a module that does it."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

app = typer.Typer(
    help="Accord: n delegations' versions in, one attributed and bracketed text out; and back.",
    epilog="Exit status: 0 done, 1 done with findings that need a person, 2 refused and nothing written.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document on standard output.")]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE", help="Write this file; its suffix is its format.")
]
RosterFile = Annotated[
    str, typer.Option("--roster", metavar="FILE", help="YAML table of delegations, aliases, groups.")
]


@app.command("compile")
def compile_command(  # noqa: PLR0917 -- typer gives names, nobody gives places
    base: Annotated[str, typer.Argument(metavar="BASE", help="The text that all versions start from.")],
    versions: Annotated[
        list[str] | None, typer.Argument(metavar="VERSION...", help="CODE=path, or a path whose stem is the code.")
    ] = None,
    output: Output = "",
    roster: RosterFile = "",
    authors: Annotated[
        bool, typer.Option("--authors", help="Divide a VERSION without a code by the authors of its tracked changes.")
    ] = False,
    sample: Annotated[bool, typer.Option("--sample", help="Mark the wording as a sample.")] = False,
    as_json: Json = False,
) -> None:
    """Compile n delegations' versions of BASE into one text, with every wording attributed and none lost."""
    given = versions or []
    _run("compiling", base=base, versions=given, output=output, roster=roster, authors=authors, sample=sample,
         as_json=as_json)  # fmt: skip


@app.command("project")
def project_command(  # noqa: PLR0917 -- typer gives names, nobody gives places
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A compiled text; - is standard input.")],
    code: Annotated[str, typer.Option("--as", metavar="CODE", help="The delegation whose text to give back.")] = "",
    base: Annotated[bool, typer.Option("--base", help="Give the base back.")] = False,
    output: Output = "",
    tracked: Annotated[
        bool, typer.Option("--tracked", help="As tracked changes against the base (.docx, .odt).")
    ] = False,
    as_json: Json = False,
) -> None:
    """Give back one delegation's text, byte for byte as it was submitted, from the compiled TEXT alone."""
    _run("projecting", text=text, code=code, base=base, output=output, tracked=tracked, as_json=as_json)


@app.command("inspect")
def inspect_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Any bracketed text; - is standard input.")],
    roster: RosterFile = "",
    output: Output = "",
    as_json: Json = False,
) -> None:
    """Count choices, alternatives and holders of any bracketed FILE, say what looks wrong; -o writes it as ours."""
    _run("inspecting", file=file, roster=roster, output=output, as_json=as_json)


@app.command("compare")
def compare_command(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier text.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later text.")],
    output: Output = "",
    as_json: Json = False,
) -> None:
    """Say what changed, moved, was agreed or reopened from OLD to NEW; -o writes a page (.html) that shows it."""
    _run("comparing", old=old, new=new, output=output, as_json=as_json)


@app.command("power")
def power_command(
    rule: Annotated[str, typer.Argument(metavar='RULE|"[q; 4, 3x2, 1]"', help="A rule's id, or a quota and weights.")],
    date: Annotated[str, typer.Option("--date", metavar="D", help="The rule and roster of this day, YYYY-MM-DD.")] = "",
    index: Annotated[str, typer.Option("--index", metavar="INDEX", help="banzhaf or shapley; both without it.")] = "",
    as_json: Json = False,
) -> None:
    """Say how much power each member has under RULE: how often its vote decides."""
    _run("power", rule=rule, date=date, index=index, as_json=as_json)


@app.command("decide")
def decide_command(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's id, or its file; accord rules lists the ids.")],
    positions: Annotated[str, typer.Argument(metavar="POSITIONS", help="CSV member,position[,at,…], or YAML.")],
    date: Annotated[str, typer.Option("--date", metavar="D", help="The rule and roster of this day, YYYY-MM-DD.")] = "",
    subject: Annotated[str, typer.Option("--subject", metavar="CODE", help="The member that it is about.")] = "",
    as_json: Json = False,
) -> None:
    """Say what RULE makes of POSITIONS, with the reasons and what would change it."""
    _run("deciding", rule=rule, positions=positions, date=date, subject=subject, as_json=as_json)


@app.command("rules")
def rules_command(
    action: Annotated[str, typer.Argument(metavar="[show|check]", help="Print one rule; or check a file.")] = "",
    which: Annotated[str, typer.Argument(metavar="[ID|FILE]", help="Which rule to show, or file to check.")] = "",
    as_json: Json = False,
) -> None:
    """List the decision rules that ship, show one, or check that a file is a sound rule."""
    _run("ruling", action=action, which=which, as_json=as_json)


@app.command("align")
def align_command(
    positions: Annotated[
        str, typer.Argument(metavar="POSITIONS.csv", help="point,member,position[,weight,topic]; - is standard input.")
    ],
    before: Annotated[
        str, typer.Option("--before", metavar="FILE", help="Positions of an earlier round, to compare with.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Say how similar the members' positions are, on which points, and how sure that is."""
    _run("align", positions=positions, before=before, as_json=as_json)


@app.command("read")
def read_command(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A press report (.txt, .html, .pdf); - is text.")],
    against: Annotated[
        list[str] | None,
        typer.Option("--against", metavar="OTHER", help="Another report of the same event; may be given again."),
    ] = None,
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[OTHER...]", help="More of what --against names.")
    ] = None,
    facts: Annotated[str, typer.Option("--facts", metavar="FILE", help="What the council knows of itself.")] = "",
    as_json: Json = False,
) -> None:
    """Read a press report into draft records, each with the words that say it; and say what does not fit."""
    others = [*(against or []), *(more or [])]
    _run("reading", report=report, against=others, facts=facts, as_json=as_json)


def _run(name: str, **arguments: object) -> None:
    """Run a command's module and leave with its status; whatever is refused is said on standard error."""
    from accord.cli.ends import refusals  # noqa: PLC0415 -- imported when a command runs, not for --help

    with refusals():
        raise typer.Exit(import_module(f"accord.cli.{name}").run(**arguments))
