"""Shipping: what delivery costs and when it comes."""
