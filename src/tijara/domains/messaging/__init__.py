"""Messaging: e-mails and codes to people, by channels."""
