"""A decision that was made known stands still; a sample stays a sample; what was prepared is what is made known."""

from django.db import migrations

from accord.publishing.triggers import announced_sample_stays_sample, announcement_stands
from accord.record.triggers import immutable


class Migration(migrations.Migration):
    dependencies = [("publishing", "0003_announcements"), ("decisions", "0002_immutable")]
    operations = [
        immutable("publishing_announcement", when="OLD.released_at IS NOT NULL"),
        announced_sample_stays_sample(),
        announcement_stands(),
    ]
