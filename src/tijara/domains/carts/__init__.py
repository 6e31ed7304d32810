"""Carts: what a buyer has picked."""
