"""Situations are named by handles, which tell nothing of other councils."""

from django.db import migrations

from accord.access.handles import handled


class Migration(migrations.Migration):
    dependencies = [("positions", "0009_what_stood_before")]
    operations = handled("positions", "situation")
