"""Promotions: what is taken off a basket, by which rule, and who pays for it."""
