"""Checkout: the buyer's durable intent to buy a cart."""
