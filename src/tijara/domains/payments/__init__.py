"""Payments: the ways to pay."""
