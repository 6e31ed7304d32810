"""Stores: how a seller presents himself."""
