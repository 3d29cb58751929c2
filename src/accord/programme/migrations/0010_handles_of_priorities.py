"""Priorities are named by handles, which tell nothing of other councils."""

from django.db import migrations

from accord.access.handles import handled


class Migration(migrations.Migration):
    dependencies = [("programme", "0009_handles")]
    operations = handled("programme", "priority")
