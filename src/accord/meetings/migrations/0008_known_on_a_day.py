from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0007_credentials'),
    ]

    operations = [
        migrations.AddField(
            model_name='circumstance',
            name='shown_from',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='circumstance',
            name='told',
            field=models.CharField(choices=[('fact', 'fact'), ('account', 'what a source says'), ('conflict', 'where sources differ')], default='fact', max_length=8),
        ),
        migrations.AddField(
            model_name='meeting',
            name='shown_from',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='meeting',
            name='shown_until',
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name='circumstance',
            name='fact',
            field=models.CharField(max_length=600),
        ),
        migrations.AlterField(
            model_name='circumstance',
            name='label',
            field=models.CharField(max_length=80),
        ),
        migrations.AlterField(
            model_name='meeting',
            name='kind',
            field=models.CharField(choices=[('regular', 'regular meeting'), ('extraordinary', 'extraordinary meeting'), ('joint', 'joint meeting'), ('consultations', 'consultations'), ('group', 'meeting of a working group'), ('side', 'side meeting'), ('working', 'working meeting')], default='regular', max_length=14),
        ),
        migrations.AlterField(
            model_name='meeting',
            name='state',
            field=models.CharField(choices=[('proposed', 'proposed'), ('convened', 'convened'), ('cancelled', 'cancelled'), ('declined', 'declined')], default='convened', max_length=10),
        ),
    ]
