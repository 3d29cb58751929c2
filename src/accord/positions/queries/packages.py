"""The chair's help: what could close the open choices of a text, from what the chair has been told."""

from __future__ import annotations

from accord.access import Subject, require
from accord.drafting.queries.building import Lens
from accord.drafting.queries.entering import lens_of
from accord.drafting.queries.rows import current, text_row
from accord.engine import packages as engine
from accord.engine import text as texts
from accord.engine.text.wanting import Wanted, wanted
from accord.positions.access import may_seek
from accord.positions.pages.wishes import PackagePage, PackageRow, SettledRow, Sought, StepRow, Trade
from accord.positions.queries.wishes import talks_of, visible_wishes

SECONDS = 4.0
"""For which a page looks for packages; what it has found by then is shown with its gap."""


def package_page(by: Subject, text_id: str, sought: Sought) -> PackagePage:
    """
    Return single steps and packages for a text; nothing is proposed, closed or told by it.

    Raises:
        NotVisible: ``by`` is not admitted to the text. Refused: ``by`` does not preside.
    """
    text = text_row(by, text_id)
    require(may_seek(by, text))
    version = current(text)
    body = version.body
    open_ = wanted(body)
    rows = list(visible_wishes(by).filter(text=text))
    talks = talks_of(body, open_, rows)
    builder = _Builder(open_, talks, lens_of(by, text, body), _labels(body))
    packages, missing = _searched(talks, sought)
    return PackagePage(
        id=text.pk,
        title=text.title,
        symbol=text.symbol,
        sample=text.sample,
        number=version.number,
        choices=len(open_),
        closing=tuple(builder.single(each) for each in engine.closing_now(talks)),
        singles=tuple(builder.single(each) for each in engine.singles(talks)),
        stuck=tuple(builder.choice(each) for each in engine.stuck(talks)),
        packages=tuple(builder.package(each) for each in packages),
        sought=sought,
        cells=len(talks.members) * sum(talks.wordings.values()),
        known=sum(len(wish.said) for wishes in talks.wishes.values() for wish in wishes.values()),
        speaking=builder.lens.holders({row.code for row in rows if row.said}),
        missing=missing,
    )


def _searched(talks: engine.Talks, sought: Sought) -> tuple[tuple[engine.Package, ...], str]:
    wanted_ = engine.Search(sought.share, sought.asking, longest=sought.longest, seconds=SECONDS)
    try:
        return engine.search(talks, wanted_), ""
    except engine.SolverMissing as missing:
        return (), str(missing)


def _labels(body: texts.Text) -> dict[str, str]:
    return dict(zip((block.id for block in body.blocks), texts.labels(body), strict=True))


class _Builder:
    """Turns what the engine found into rows of the page."""

    def __init__(self, open_: tuple[Wanted, ...], talks: engine.Talks, lens: Lens, labels: dict[str, str]) -> None:
        self.choices = {each.choice: each for each in open_}
        self.talks, self.lens, self.labels = talks, lens, labels

    def single(self, found: engine.Single) -> SettledRow:
        steps = (found.step,) if found.step else ()
        return self._row(found.choice, found.wording, steps, self._preferring(found), found.silent)

    def choice(self, number: str) -> SettledRow:
        """Return a choice that cannot be settled, with who objects to any of its wordings."""
        steps = {step for at in range(self.talks.wordings[number]) for step in engine.steps_to(self.talks, number, at)}
        objecting = tuple(step for step in sorted(steps, key=lambda each: each.code) if step.kind == "objects")
        return self._row(number, 0, objecting, (), ())

    def package(self, found: engine.Package) -> PackageRow:
        most = max(found.burdens, key=lambda code: found.burdens[code])
        return PackageRow(
            settled=tuple(
                self._row(each.choice, each.wording, each.steps, each.gaining, each.silent) for each in found.settled
            ),
            trades=self._trades(found),
            most=self.lens.holder(most),
            share=found.share,
            asked=found.asked,
            gap=found.gap,
        )

    def _trades(self, found: engine.Package) -> tuple[Trade, ...]:
        on = {
            code: tuple(each.choice for each in found.settled if any(step.code == code for step in each.steps))
            for code in self.talks.members
        }
        return tuple(Trade(self.lens.holder(code), choices) for code, choices in on.items() if choices)

    def _preferring(self, found: engine.Single) -> tuple[str, ...]:
        wishes = self.talks.wishes.get(found.choice, {})
        return tuple(code for code in self.talks.members if code in wishes and found.wording in wishes[code].wants)

    def _row(
        self,
        number: str,
        wording: int,
        steps: tuple[engine.Step, ...],
        gaining: tuple[str, ...],
        silent: tuple[str, ...],
    ) -> SettledRow:
        choice = self.choices[number]
        return SettledRow(
            choice=number,
            label=self.labels[choice.block],
            block=choice.block,
            wording=choice.wordings[wording].strip(),
            steps=tuple(StepRow(self.lens.holder(step.code), step.kind) for step in steps),
            gaining=self.lens.holders(gaining),
            silent=self.lens.holders(silent),
        )
