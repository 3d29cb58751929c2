"""What was released stands still; a sample stays a sample; what was prepared is what is released."""

from django.db import migrations

from accord.publishing.triggers import preparation_stands, sample_stays_sample
from accord.record.triggers import immutable


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_initial"), ("drafting", "0002_immutable")]
    operations = [
        immutable("publishing_release", when="OLD.released_at IS NOT NULL"),
        sample_stays_sample(),
        preparation_stands(),
    ]
