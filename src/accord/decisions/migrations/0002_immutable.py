"""A ruling, a statement, the terms of a silence and what a member has superseded can be read, and nothing else."""

from django.db import migrations

from accord.record.triggers import immutable


class Migration(migrations.Migration):
    dependencies = [("decisions", "0001_initial")]
    operations = [
        immutable("decisions_ruling"),
        immutable("decisions_statement"),
        immutable("decisions_silence"),
        immutable("decisions_word", when="NOT OLD.current"),
    ]
