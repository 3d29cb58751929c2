"""Signatures, their confirmations and stances can be read, and nothing else."""

from django.db import migrations

from accord.record.triggers import immutable


class Migration(migrations.Migration):
    dependencies = [("signing", "0001_initial")]
    operations = [
        immutable("signing_signature"),
        immutable("signing_confirmation"),
        immutable("signing_stance"),
    ]
