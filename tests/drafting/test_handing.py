"""What a version handed in changes, passage by passage."""

from accord.drafting.handing import passages
from accord.engine import text as engine

BASE = "1. The Council meets once a year.\n\n2. It reports to the Members.\n"


def test_passages_pass_over_what_is_only_numbered_anew() -> None:
    before = engine.compile_text(BASE, {}, delegations=["XAA"])
    document = BASE.replace("2. It reports", "2. It elects its presidium.\n\n3. It reports")
    after = engine.submit(before, "XAA", document, ["n1"])
    assert engine.project(after, "XAA") == document
    assert [(each.kind, each.key) for each in passages(before, after, "XAA")] == [("inserted", "new-1")]
