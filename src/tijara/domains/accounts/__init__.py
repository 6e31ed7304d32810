"""Accounts: who signs in, and with which role."""
