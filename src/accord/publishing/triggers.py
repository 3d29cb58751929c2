"""What the database refuses, whoever asks: a sample released as real, a preparation changed under its release."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from accord.record.triggers import Guard

_SEALED = {
    "sqlite": "json_extract(version.stored, '$.sample')",
    "postgresql": "(version.stored ->> 'sample')::boolean",
}
_SHOWN = {
    "sqlite": "json_extract(NEW.document, '$.sample')",
    "postgresql": "(NEW.document ->> 'sample')::boolean",
}
_FIXED = ("id", "audience_id", "document", "fingerprint", "sample", "prepared_by", "prepared_at")
PREPARED = "what was prepared is what is released"


def sample_stays_sample() -> Guard:
    """
    Return the migration operation after which a release says of its wording what the sealed text says: sample or not.

    The sealed text, the adoption, the release and the released document have to agree; the first cannot be changed.
    """
    return _trigger("publishing_release", "sample", "INSERT", _disagree, "a sample is never released as a real text")


def preparation_stands() -> Guard:
    """Return the migration operation after which releasing changes nothing of what was prepared."""
    return _trigger("publishing_release", "prepared", "UPDATE", _changed("adoption_id", "kind"), PREPARED)


def announced_sample_stays_sample() -> Guard:
    """Return the migration operation after which a decision is made known as what its question is: a sample or not."""
    message = "a sample is never made known as a real decision"
    return _trigger("publishing_announcement", "sample", "INSERT", _misannounced, message)


def announcement_stands() -> Guard:
    """Return the migration operation after which making a decision known changes nothing of what was prepared."""
    return _trigger("publishing_announcement", "prepared", "UPDATE", _changed("ruling_id"), PREPARED)


def _disagree(vendor: str) -> str:
    sealed, shown = _SEALED[vendor], _SHOWN[vendor]
    agreeing = (
        "SELECT 1 FROM drafting_adoption adoption JOIN drafting_version version ON version.id = adoption.version_id"  # noqa: S608 -- nothing here comes from outside
        f" WHERE adoption.id = NEW.adoption_id AND adoption.sample = NEW.sample AND {sealed} = NEW.sample"
        f" AND (NEW.kind <> 'text' OR {shown} = NEW.sample)"
    )
    return f"NOT EXISTS ({agreeing})"


def _misannounced(vendor: str) -> str:
    agreeing = (
        "SELECT 1 FROM decisions_ruling ruling JOIN decisions_question question ON question.id = ruling.question_id"  # noqa: S608 -- nothing here comes from outside
        f" WHERE ruling.id = NEW.ruling_id AND question.sample = NEW.sample AND {_SHOWN[vendor]} = NEW.sample"
    )
    return f"NOT EXISTS ({agreeing})"


def _changed(*of: str) -> Callable[[str], str]:
    """Return the condition that something of what was prepared is another now; ``of``: columns of what it is of."""

    def differing(vendor: str) -> str:
        other = {"sqlite": "NEW.{0} IS NOT OLD.{0}", "postgresql": "NEW.{0} IS DISTINCT FROM OLD.{0}"}[vendor]
        return " OR ".join(other.format(column) for column in (*_FIXED, *of))

    return differing


def _trigger(table: str, of: str, verb: str, condition: Callable[[str], str], message: str) -> Guard:
    name = f"{table}_{of}"

    def guard(_apps: Any, schema_editor: Any) -> None:
        vendor = schema_editor.connection.vendor
        for statement in _statements(vendor, (table, name), verb, condition(vendor), message):
            schema_editor.execute(statement, None)

    def unguard(_apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER {name}", None)
        else:
            schema_editor.execute(f"DROP TRIGGER {name} ON {table}", None)
            schema_editor.execute(f"DROP FUNCTION {name}()", None)

    return Guard(guard, unguard)


def _statements(vendor: str, names: tuple[str, str], verb: str, condition: str, message: str) -> list[str]:
    table, name = names
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        ]
    return [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {condition} THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'check_violation'; END IF; "
        "RETURN NEW; END $$",
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]
