"""Organisations, organs, member states, partners, the chairmanship, and people's mandates."""
