"""
Settings of an installation. All that differs between installations comes from the environment.

Source: docs/reference/settings.md, where each name stands.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("ACCORD_DATA", ".demo")).resolve()


def _flag(name: str) -> bool:
    return os.environ.get(name, "") == "1"


def _port(name: str, default: int) -> int:
    value = os.environ.get(name, str(default))
    if not value.isdecimal() or not 1 <= int(value) <= 65535:
        raise ImproperlyConfigured(f"{name} is “{value}”; it is a number from 1 to 65535.")
    return int(value)


def _secret_key() -> str:
    """Return the key of the data folder, made at the first start; nobody else can read it."""
    if key := os.environ.get("ACCORD_SECRET_KEY"):
        return key
    path = DATA / "secret-key"
    if not path.exists():
        DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path.read_text(encoding="ascii").strip()


def _sqlite(path: Path) -> dict[str, Any]:
    """
    Return the embedded database: durable before fast.

    Older libraries have a race that can corrupt a write-ahead log (fixed in 3.51.3), so they keep a rollback journal.
    """
    journal = "WAL" if sqlite3.sqlite_version_info >= (3, 51, 3) else "PERSIST"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
            "PRAGMA recursive_triggers=ON;",
        },
    }


def _database() -> dict[str, Any]:
    url = os.environ.get("ACCORD_DATABASE", "")
    return dict(dj_database_url.parse(url)) if url else _sqlite(DATA / "accord.sqlite3")


SECRET_KEY = _secret_key()
DEBUG = _flag("ACCORD_DEBUG")
ALLOWED_HOSTS = os.environ.get("ACCORD_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("ACCORD_ORIGINS", "").split(",") if origin]
_HTTPS = _flag("ACCORD_HTTPS")
FOUNDING = _flag("ACCORD_FOUNDING")
"""Whether anybody may begin a council of their own here."""

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "accord.access",
    "accord.record",
    "accord.members",
    "accord.drafting",
    "accord.meetings",
    "accord.decisions",
    "accord.documents",
    "accord.signing",
    "accord.positions",
    "accord.programme",
    "accord.commitments",
    "accord.calendar",
    "accord.publishing",
    "accord.inbox",
    "accord.notices",
    "accord.search",
    "accord.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accord.web.middleware.SubjectMiddleware",
    "accord.web.middleware.AnswerMiddleware",
    "accord.web.middleware.IndexMiddleware",
]
ROOT_URLCONF = "accord.project.urls"
WSGI_APPLICATION = "accord.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "loaders": [
                ("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader"]),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "accord.web.context.frame",
            ],
        },
    }
]
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/awaits/"
LOGOUT_REDIRECT_URL = "/"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ru", "Русский")]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

_MAIL = os.environ.get("ACCORD_MAIL", "")
_BACKENDS = {"smtp": "smtp", "console": "console", "file": "filebased"}
MAIL_IS_SENT = _MAIL in _BACKENDS
"""Whether notices are sent at all."""
MAIL_SITE = os.environ.get("ACCORD_MAIL_SITE", "http://127.0.0.1:8000").rstrip("/")
"""The address of this installation, as it stands in mails."""
EMAIL_BACKEND = f"django.core.mail.backends.{_BACKENDS.get(_MAIL, 'dummy')}.EmailBackend"
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST = os.environ.get("ACCORD_MAIL_HOST", "127.0.0.1")
EMAIL_PORT = _port("ACCORD_MAIL_PORT", 25)
EMAIL_HOST_USER = os.environ.get("ACCORD_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("ACCORD_MAIL_PASSWORD", "")
EMAIL_USE_SSL = os.environ.get("ACCORD_MAIL_TLS", "") == "tls"
EMAIL_USE_TLS = os.environ.get("ACCORD_MAIL_TLS", "") == "starttls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("ACCORD_MAIL_FROM", "accord@localhost")

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "accord.web.views.errors.expired_form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_NAME = "__Host-accord" if _HTTPS else "accord"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31536000 if _HTTPS else 0
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"without-secrets": {"()": "accord.project.logs.WithoutSecrets"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["without-secrets"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
