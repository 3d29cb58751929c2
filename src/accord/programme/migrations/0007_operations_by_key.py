"""The spellings and phases of operations stand in rows now; each operation has its own place in addresses."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programme', '0006_operations_in_phases'),
    ]

    operations = [
        migrations.RemoveField(model_name='operation', name='variants'),
        migrations.RemoveField(model_name='operation', name='phases_in_words'),
        migrations.AddConstraint(
            model_name='operation',
            constraint=models.UniqueConstraint(fields=('organisation', 'key'), name='one_operation_per_key'),
        ),
    ]
