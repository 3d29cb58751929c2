"""Invitations, participants, attendance by sitting, staff that is admitted; the order of precedence."""

import accord.access.ids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0004_whole_of_each'),
        ('members', '0003_over_time'),
    ]

    operations = [
        migrations.AddField(
            model_name='meeting',
            name='precedence',
            field=models.CharField(choices=[('council', 'the council’s own order'), ('chair', 'the chair first, then the council’s own order'), ('host', 'the host first, then the council’s own order')], default='council', max_length=8),
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('source_name', models.CharField(blank=True, max_length=200)),
                ('source_url', models.URLField(blank=True, max_length=500)),
                ('source_date', models.CharField(blank=True, max_length=20)),
                ('standing', models.CharField(choices=[('stated', 'stated'), ('inference', 'inferred'), ('unverified', 'unverified')], default='stated', max_length=10)),
                ('why', models.CharField(blank=True, max_length=500)),
                ('id', models.CharField(default=accord.access.ids.new_id, editable=False, max_length=16, primary_key=True, serialize=False)),
                ('guest', models.CharField(blank=True, max_length=200)),
                ('body', models.CharField(blank=True, max_length=200)),
                ('purpose', models.CharField(blank=True, max_length=300)),
                ('sample', models.BooleanField(default=False)),
                ('proposed_by', models.CharField(blank=True, max_length=12)),
                ('way', models.CharField(choices=[('express', 'every member says so'), ('silence', 'no objection until a deadline')], max_length=8)),
                ('deadline', models.DateTimeField(null=True)),
                ('state', models.CharField(choices=[('proposed', 'proposed'), ('agreed', 'agreed, not yet sent'), ('refused', 'refused'), ('sent', 'sent'), ('accepted', 'accepted'), ('declined', 'declined'), ('withdrawn', 'withdrawn')], default='proposed', max_length=10)),
                ('ended', models.CharField(blank=True, max_length=300)),
                ('proposed_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='meetings.agendaitem')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='meetings.meeting')),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.partner')),
                ('sitting', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='meetings.sitting')),
            ],
            options={
                'ordering': ['proposed_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='InvitationWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(choices=[('consent', 'consents'), ('objection', 'objects')], max_length=10)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('invitation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='meetings.invitation')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.member')),
            ],
            options={
                'ordering': ['member__order'],
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('source_name', models.CharField(blank=True, max_length=200)),
                ('source_url', models.URLField(blank=True, max_length=500)),
                ('source_date', models.CharField(blank=True, max_length=20)),
                ('standing', models.CharField(choices=[('stated', 'stated'), ('inference', 'inferred'), ('unverified', 'unverified')], default='stated', max_length=10)),
                ('why', models.CharField(blank=True, max_length=500)),
                ('id', models.CharField(default=accord.access.ids.new_id, editable=False, max_length=16, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('post', models.CharField(blank=True, max_length=160)),
                ('rank', models.CharField(choices=[('head', 'head'), ('alternate', 'alternate'), ('adviser', 'adviser'), ('expert', 'expert')], max_length=10)),
                ('registered_at', models.DateTimeField()),
                ('invitation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='meetings.invitation')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='meetings.meeting')),
                ('member', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.member')),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.partner')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.person')),
            ],
            options={
                'ordering': ['registered_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='StaffAdmission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('service', models.CharField(choices=[('interpreter', 'interpreter'), ('notes', 'note-taker'), ('technical', 'technical staff')], max_length=12)),
                ('mandate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.mandate')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='staff', to='meetings.sitting')),
            ],
            options={
                'ordering': ['mandate__user__username'],
            },
        ),
        migrations.CreateModel(
            name='Attending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_name', models.CharField(blank=True, max_length=200)),
                ('source_url', models.URLField(blank=True, max_length=500)),
                ('source_date', models.CharField(blank=True, max_length=20)),
                ('standing', models.CharField(choices=[('stated', 'stated'), ('inference', 'inferred'), ('unverified', 'unverified')], default='stated', max_length=10)),
                ('why', models.CharField(blank=True, max_length=500)),
                ('presence', models.CharField(choices=[('present', 'present'), ('represented', 'represented by another member'), ('empty', 'seat empty')], max_length=12)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.member')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.member')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attending', to='meetings.sitting')),
            ],
            options={
                'ordering': ['member__order'],
                'constraints': [models.UniqueConstraint(fields=('sitting', 'member'), name='one_attendance_per_sitting'), models.CheckConstraint(condition=models.Q(models.Q(('by__isnull', False), ('presence', 'represented')), models.Q(models.Q(('presence', 'represented'), _negated=True), ('by__isnull', True)), _connector='OR'), name='represented_by_somebody')],
            },
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('partner__isnull', False), models.Q(('guest', ''), _negated=True), _connector='OR'), name='an_invitation_names_whom'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('sitting__isnull', True), ('item__isnull', True), _connector='OR'), name='invited_to_one_part'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('way', 'express'), ('deadline__isnull', False), _connector='OR'), name='silence_has_a_deadline'),
        ),
        migrations.AddConstraint(
            model_name='invitationword',
            constraint=models.UniqueConstraint(fields=('invitation', 'member'), name='one_word_per_member'),
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=models.UniqueConstraint(fields=('meeting', 'name'), name='nobody_takes_part_twice'),
        ),
        migrations.AddConstraint(
            model_name='staffadmission',
            constraint=models.UniqueConstraint(fields=('sitting', 'mandate'), name='admitted_once'),
        ),
    ]
