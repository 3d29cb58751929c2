"""What the secretariat sees of stored reports, and what a report is read with."""
