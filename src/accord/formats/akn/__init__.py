"""Akoma Ntoso 3.0 (OASIS LegalDocML): a rolling text as parliaments and archives keep documents, and back exactly."""
