"""Catalogue: categories, brands, products and their variants, shared by all sellers."""
