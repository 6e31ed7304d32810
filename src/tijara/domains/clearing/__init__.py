"""Clearing: what gateways settle, and what lies between owners."""
