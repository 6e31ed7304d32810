"""Favourites: products that a buyer keeps for later."""
