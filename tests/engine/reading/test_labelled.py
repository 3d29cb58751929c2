"""The labelled reports: invented texts of several councils, read as well as the documentation says."""

from pathlib import Path

import pytest

from benchmarks.reading import KINDS, measured

REPORTS = Path(__file__).parent / "reports"


def shares(folder: str) -> tuple[float, float]:
    counts = measured(REPORTS / folder)
    right, made_up, missed = (sum(counts[kind][each] for kind in KINDS) for each in ("right", "made_up", "missed"))
    return right / (right + made_up), right / (right + missed)


def test_reports_are_marked_as_samples() -> None:
    labels = list(REPORTS.glob("*/*.yaml"))
    assert len(labels) > 12
    assert [path.name for path in labels if not path.read_text(encoding="utf-8").startswith("sample: ")] == []


@pytest.mark.parametrize(("folder", "precision", "recall"), [("tuned", 0.98, 0.98)])
def test_reports_are_read_as_well_as_before(folder: str, precision: float, recall: float) -> None:
    found = shares(folder)
    assert found[0] >= precision
    assert found[1] >= recall
