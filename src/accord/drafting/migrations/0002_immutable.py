"""Versions and adoptions can be added and read, and nothing else; an adopted text stands still."""

from django.db import migrations

from accord.record.triggers import immutable


class Migration(migrations.Migration):
    dependencies = [("drafting", "0001_initial")]
    operations = [
        immutable("drafting_version"),
        immutable("drafting_adoption"),
        immutable("drafting_text", when="OLD.state = 'adopted'"),
    ]
