"""Measures of priorities, commitments in adopted texts, proposals voiced in meetings: followed until they are done."""
