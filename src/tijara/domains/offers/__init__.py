"""Offers: a seller's price and condition for a variant; the import of catalogues."""
