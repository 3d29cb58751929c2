"""The passages that can be found, and the streams of the record that were written since."""

import django.db.models.deletion
from django.db import migrations, models

import accord.search.fields


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0001_initial'),
        ('members', '0003_over_time'),
        ('record', '0002_immutable'),
    ]

    operations = [
        migrations.CreateModel(
            name='Touched',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation_id', models.CharField(max_length=16)),
                ('stream', models.CharField(max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(max_length=40)),
                ('position', models.PositiveIntegerField()),
                ('kind', models.CharField(max_length=12)),
                ('place', models.CharField(max_length=20)),
                ('key', models.CharField(blank=True, max_length=40)),
                ('anchor', models.CharField(blank=True, max_length=40)),
                ('extra', models.CharField(blank=True, max_length=60)),
                ('thing', models.CharField(max_length=40)),
                ('label', models.CharField(blank=True, max_length=20)),
                ('title', models.CharField(max_length=400)),
                ('words', models.TextField(blank=True)),
                ('language', models.CharField(blank=True, max_length=35)),
                ('day', models.DateField(null=True)),
                ('digest', models.CharField(max_length=64)),
                ('exact', accord.search.fields.WordsField()),
                ('stem', accord.search.fields.WordsField()),
                ('name', accord.search.fields.WordsField()),
                ('audience', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.audience')),
                ('other', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.audience')),
                ('third', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.audience')),
                ('beside', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.audience')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'scope'], name='passages_of_a_scope')],
            },
        ),
    ]
