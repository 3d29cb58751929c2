"""Posts are named by handles, which tell nothing of other councils."""

from django.db import migrations

from accord.access.handles import handled


class Migration(migrations.Migration):
    dependencies = [("members", "0008_partners")]
    operations = handled("members", "post")
