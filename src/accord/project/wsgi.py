"""The application that a WSGI server runs. It does not start while a check finds an error, such as a bare address."""

import os

from django.core.management.base import BaseCommand
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accord.project.settings")
application = get_wsgi_application()
BaseCommand().check()
