"""Vendors, a package each, found by entry point; none knows another."""
