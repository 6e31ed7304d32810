"""Parties: the sellers of a market and the people who work for them."""
