"""Entries can be added and read, and nothing else."""

from django.db import migrations

from accord.record.triggers import immutable


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]
    operations = [immutable("record_entry")]
