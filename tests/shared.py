"""Where tests find the workplace's shared texts; nothing else names that folder."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared_path(*parts: str) -> Path:
    """Return the path of a shared file or folder; skip the test where it is not there."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{'/'.join(('../shared', *parts))} is not there")
    return path
