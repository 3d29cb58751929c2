"""Similarity against what others have published about the same votes."""

import csv
import gzip

import numpy as np
import pytest

from accord.engine import alignment as engine
from tests.engine.alignment.votes import of, year
from tests.shared import shared_path

SIX = ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK")
FIVE = ("CHN", "FRA", "GBR", "RUS", "USA")
UNION = (
    "AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HRV", "HUN", "IRL", "ITA",
    "LTU", "LUX", "LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "SWE",
)  # fmt: skip
COMPARED = ("BRA", "CAN", "CHN", "CUB", "FRA", "IND", "ISR")


def published(column: str) -> dict[tuple[int, str], float]:
    """Return a published figure by year and member."""
    with gzip.open(shared_path("votes", "published_idealpoints_1995_2012.csv.gz"), "rt", encoding="utf-8") as file:
        return {(int(row["Year"]), row["CountryAbb"]): float(row[column]) for row in csv.DictReader(file)}


@pytest.mark.parametrize(
    ("number", "members", "votes", "similarity", "alpha"),
    [
        (2023, SIX, 88, 0.807, 0.374),
        (2023, UNION, 88, 0.946, 0.896),
        (2019, SIX, 100, 0.883, 0.500),
        (2023, FIVE, 88, None, 0.119),
    ],
)
def test_headline_of_a_year(
    number: int, members: tuple[str, ...], votes: int, similarity: float | None, alpha: float
) -> None:
    found = engine.headline(of(number, members))
    assert found.points == votes
    assert found.alpha == pytest.approx(alpha, abs=6e-4)
    assert similarity is None or found.value == pytest.approx(similarity, abs=6e-4)


@pytest.mark.parametrize(("number", "mean", "exact"), [(2016, 0.4094, 0.301), (2017, 0.3144, 0.215)])
def test_agreement_with_one_member_is_that_of_its_own_report(number: int, mean: float, exact: float) -> None:
    pairs = [pair for pair in engine.pairs(year(number), fewest=1) if "USA" in (pair.a, pair.b)]
    assert np.mean([pair.similarity for pair in pairs]) == pytest.approx(mean, abs=0.005)
    assert np.mean([pair.same / pair.n for pair in pairs]) == pytest.approx(exact, abs=0.005)


def test_agreement_of_pairs_is_the_published_one() -> None:
    theirs, ours = [], []
    for (number, member), share in published("PctAgreeUS").items():
        if number >= 1996 and member in COMPARED:
            votes = of(number, ("USA", member))
            (pair,) = engine.pairs(votes)
            theirs.append(share)
            ours.append(pair.same / pair.n)
    assert len(ours) > 100
    assert np.max(np.abs(np.subtract(ours, theirs))) <= 0.05
    assert np.mean(np.abs(np.subtract(ours, theirs))) <= 0.02
    assert np.corrcoef(ours, theirs)[0, 1] >= 0.995


@pytest.mark.parametrize(("number", "least"), [(2000, 0.935), (2005, 0.945), (2012, 0.925)])
def test_map_shows_the_published_order(number: int, least: float) -> None:
    points = {member: value for (each, member), value in published("idealpoint").items() if each == number}
    drawn = engine.draw_map(year(number)).places
    places = [(place.x, points[place.member]) for place in drawn if place.member in points]
    assert len(places) >= 75
    assert abs(np.corrcoef(np.array(places).T)[0, 1]) >= least
