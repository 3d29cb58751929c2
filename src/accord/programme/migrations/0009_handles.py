"""Entries that can be struck are named by handles, which tell nothing of other councils."""

from django.db import migrations

from accord.access.handles import handled


class Migration(migrations.Migration):
    dependencies = [("programme", "0008_struck_entries")]
    operations = handled("programme", "belonging", "phase", "relation", "result", "service", "taking", "turn")
