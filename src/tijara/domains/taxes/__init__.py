"""Taxes: what part of a price is tax."""
