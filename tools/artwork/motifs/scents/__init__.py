"""Perfume, incense, creams."""
