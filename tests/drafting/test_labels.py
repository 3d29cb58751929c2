"""What a version is called by itself is told in the reader's language, whoever acted; a given name stays."""

import pytest
from django.utils import translation

from accord.drafting.labels import label_told


@pytest.mark.parametrize(
    ("reader", "kept", "told"),
    [
        ("en", "Принято", "Adopted"),
        ("ru", "Adopted", "Принято"),
        ("ru", "Принято", "Принято"),
        ("en", "Rev.1", "Rev.1"),
        ("ru", "Adopted at noon", "Adopted at noon"),
    ],
)
def test_label_is_told_in_the_readers_language(reader: str, kept: str, told: str) -> None:
    with translation.override(reader):
        assert label_told(kept) == told
