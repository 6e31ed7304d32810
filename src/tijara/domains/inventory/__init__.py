"""Inventory: stock, its movements and its expiring holds."""
