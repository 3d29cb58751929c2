"""Areas, priorities and their progress, joint activities, operations."""
