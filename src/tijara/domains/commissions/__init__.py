"""Commissions: what a market takes of a sale."""
