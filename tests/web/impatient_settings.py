"""Settings of an installation that waits for its SQLite file only a moment."""

from accord.project.settings import *  # noqa: F403
from accord.project.settings import DATABASES

DATABASES["default"]["OPTIONS"]["timeout"] = 0.1
