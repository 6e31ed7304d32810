"""Toys and what the smallest wear."""
