"""Negotiated texts: their versions, proposals, closings, and their adoption."""
