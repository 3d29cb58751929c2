"""A hit whose title is a name of the register is called as its reader calls it; it is found on the days it is known."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0002_index'),
    ]

    operations = [
        migrations.AddField(
            model_name='passage',
            name='of',
            field=models.CharField(max_length=60, null=True),
        ),
        migrations.AddField(
            model_name='passage',
            name='since',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='passage',
            name='until',
            field=models.DateField(null=True),
        ),
    ]
