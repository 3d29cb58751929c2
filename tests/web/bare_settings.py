"""Settings of an installation with an unguarded address."""

from accord.project.settings import *  # noqa: F403

ROOT_URLCONF = "tests.web.bare_urls"
