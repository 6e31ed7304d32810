"""Pricing: what an offer costs this buyer now, and what it has cost before."""
