"""Ledger: the double-entry journal."""
