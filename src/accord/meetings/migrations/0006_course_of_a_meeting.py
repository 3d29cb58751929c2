"""Agenda, speakers, statements and the record of a meeting; several sittings of one format, each with its own code."""

import accord.access.ids
import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F

from accord.record.triggers import immutable


def give_codes(apps, _editor):
    """Give every sitting its code; until now there was one of a format."""
    apps.get_model("meetings", "Sitting").objects.update(code=F("format"))


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_open_audiences'),
        ('drafting', '0003_languages'),
        ('meetings', '0005_who_takes_part'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agenda',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_name', models.CharField(blank=True, max_length=200)),
                ('source_url', models.URLField(blank=True, max_length=500)),
                ('source_date', models.CharField(blank=True, max_length=20)),
                ('standing', models.CharField(choices=[('stated', 'stated'), ('inference', 'inferred'), ('unverified', 'unverified')], default='stated', max_length=10)),
                ('why', models.CharField(blank=True, max_length=500)),
                ('stage', models.CharField(choices=[('draft', 'draft'), ('provisional', 'provisional'), ('adopted', 'adopted')], default='draft', max_length=12)),
                ('cleared_at', models.DateTimeField(null=True)),
                ('adopted_at', models.DateTimeField(null=True)),
                ('note', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AgendaChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('add', 'a further item'), ('change', 'another wording'), ('remove', 'taken off')], max_length=8)),
                ('before', models.CharField(blank=True, max_length=300)),
                ('reason', models.CharField(max_length=500)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='AgendaProposal',
            fields=[
                ('id', models.CharField(default=accord.access.ids.new_id, editable=False, max_length=16, primary_key=True, serialize=False)),
                ('code', models.CharField(blank=True, max_length=12)),
                ('authority', models.CharField(max_length=12)),
                ('what', models.CharField(choices=[('add', 'a further item'), ('change', 'another wording'), ('remove', 'taken off')], max_length=8)),
                ('title', models.CharField(blank=True, max_length=300)),
                ('rapporteur', models.CharField(blank=True, max_length=120)),
                ('minutes', models.PositiveSmallIntegerField(null=True)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('state', models.CharField(choices=[('proposed', 'proposed'), ('taken', 'taken up'), ('declined', 'not taken up'), ('withdrawn', 'withdrawn')], default='proposed', max_length=10)),
                ('answer', models.CharField(blank=True, max_length=500)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.CharField(default=accord.access.ids.new_id, editable=False, max_length=16, primary_key=True, serialize=False)),
                ('code', models.CharField(blank=True, max_length=12)),
                ('wording', models.TextField()),
                ('taken', models.BooleanField(null=True)),
                ('answer', models.CharField(blank=True, max_length=500)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Floor',
            fields=[
                ('id', models.CharField(default=accord.access.ids.new_id, editable=False, max_length=16, primary_key=True, serialize=False)),
                ('limit', models.PositiveSmallIntegerField(null=True)),
                ('closed', models.BooleanField(default=False)),
                ('arranged_at', models.DateTimeField(null=True)),
                ('opened_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['opened_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ItemDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Minutes',
            fields=[
                ('source_name', models.CharField(blank=True, max_length=200)),
                ('source_url', models.URLField(blank=True, max_length=500)),
                ('source_date', models.CharField(blank=True, max_length=20)),
                ('standing', models.CharField(choices=[('stated', 'stated'), ('inference', 'inferred'), ('unverified', 'unverified')], default='stated', max_length=10)),
                ('why', models.CharField(blank=True, max_length=500)),
                ('id', models.CharField(default=accord.access.ids.new_id, editable=False, max_length=16, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('draft', 'being drawn up'), ('circulated', 'circulated for correction'), ('approved', 'approved')], default='draft', max_length=10)),
                ('parts', models.JSONField(default=list)),
                ('sample', models.BooleanField(default=False)),
                ('until', models.DateField(null=True)),
                ('drawn_at', models.DateTimeField()),
                ('approved_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NextMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_name', models.CharField(blank=True, max_length=200)),
                ('source_url', models.URLField(blank=True, max_length=500)),
                ('source_date', models.CharField(blank=True, max_length=20)),
                ('standing', models.CharField(choices=[('stated', 'stated'), ('inference', 'inferred'), ('unverified', 'unverified')], default='stated', max_length=10)),
                ('why', models.CharField(blank=True, max_length=500)),
                ('day', models.DateField(null=True)),
                ('when', models.CharField(blank=True, max_length=80)),
                ('place', models.CharField(blank=True, max_length=160)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Speaker',
            fields=[
                ('id', models.CharField(default=accord.access.ids.new_id, editable=False, max_length=16, primary_key=True, serialize=False)),
                ('code', models.CharField(blank=True, max_length=12)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('order', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('waits', 'waits'), ('speaks', 'has the floor'), ('spoke', 'has spoken'), ('withdrew', 'withdrew')], default='waits', max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('begun_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['order', 'asked_at'],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('source_name', models.CharField(blank=True, max_length=200)),
                ('source_url', models.URLField(blank=True, max_length=500)),
                ('source_date', models.CharField(blank=True, max_length=20)),
                ('standing', models.CharField(choices=[('stated', 'stated'), ('inference', 'inferred'), ('unverified', 'unverified')], default='stated', max_length=10)),
                ('why', models.CharField(blank=True, max_length=500)),
                ('id', models.CharField(default=accord.access.ids.new_id, editable=False, max_length=16, primary_key=True, serialize=False)),
                ('code', models.CharField(blank=True, max_length=12)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('post', models.CharField(blank=True, max_length=160)),
                ('wording', models.TextField()),
                ('sample', models.BooleanField(default=False)),
                ('at', models.DateTimeField(null=True)),
                ('entered_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at', 'entered_at', 'id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='sitting',
            name='one_sitting_per_format',
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='minutes',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='number',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='rapporteur',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='removed',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='sitting',
            name='code',
            field=models.CharField(default='', max_length=16),
            preserve_default=False,
        ),
        migrations.RunPython(give_codes, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='sitting',
            constraint=models.UniqueConstraint(fields=('meeting', 'code'), name='one_sitting_per_code'),
        ),
        migrations.AddField(
            model_name='agenda',
            name='meeting',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='agenda', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='agendachange',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='meetings.agendaitem'),
        ),
        migrations.AddField(
            model_name='agendaproposal',
            name='audience',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.audience'),
        ),
        migrations.AddField(
            model_name='agendaproposal',
            name='item',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals', to='meetings.agendaitem'),
        ),
        migrations.AddField(
            model_name='agendaproposal',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='agendaproposal',
            name='sitting',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='meetings.sitting'),
        ),
        migrations.AddField(
            model_name='correction',
            name='audience',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.audience'),
        ),
        migrations.AddField(
            model_name='floor',
            name='audience',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.audience'),
        ),
        migrations.AddField(
            model_name='floor',
            name='item',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='floors', to='meetings.agendaitem'),
        ),
        migrations.AddField(
            model_name='floor',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='floors', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='floor',
            name='sitting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='floors', to='meetings.sitting'),
        ),
        migrations.AddField(
            model_name='itemdocument',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='meetings.agendaitem'),
        ),
        migrations.AddField(
            model_name='itemdocument',
            name='paper',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='meetings.paper'),
        ),
        migrations.AddField(
            model_name='itemdocument',
            name='text',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='drafting.text'),
        ),
        migrations.AddField(
            model_name='minutes',
            name='audience',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.audience'),
        ),
        migrations.AddField(
            model_name='minutes',
            name='meeting',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='minutes', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='correction',
            name='minutes',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='meetings.minutes'),
        ),
        migrations.AddField(
            model_name='nextmeeting',
            name='convened',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='nextmeeting',
            name='meeting',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='next', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='speaker',
            name='floor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='speakers', to='meetings.floor'),
        ),
        migrations.AddField(
            model_name='statement',
            name='audience',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.audience'),
        ),
        migrations.AddField(
            model_name='statement',
            name='item',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='statements', to='meetings.agendaitem'),
        ),
        migrations.AddField(
            model_name='statement',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='statement',
            name='sitting',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='meetings.sitting'),
        ),
        migrations.AddConstraint(
            model_name='floor',
            constraint=models.UniqueConstraint(fields=('sitting', 'item'), name='one_floor_per_item'),
        ),
        migrations.AddConstraint(
            model_name='floor',
            constraint=models.UniqueConstraint(condition=models.Q(('item__isnull', True)), fields=('sitting',), name='one_floor_of_the_sitting'),
        ),
        immutable('meetings_minutes', when="OLD.state = 'approved'"),
        immutable('meetings_agendachange'),
    ]
