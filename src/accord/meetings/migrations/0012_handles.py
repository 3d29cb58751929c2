"""Items of agendas and their documents are named by handles, which tell nothing of other councils."""

from django.db import migrations

from accord.access.handles import handled


class Migration(migrations.Migration):
    dependencies = [("meetings", "0011_meeting_sample")]
    operations = handled("meetings", "agendaitem", "itemdocument")
