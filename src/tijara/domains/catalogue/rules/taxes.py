"""The word that says how goods are taxed."""

from tijara.domains.markets.queries import tax_class_codes

ORDINARY = "standard"
"""Taxed like the rest, whatever the department's word is."""


def is_tax_class(word: str) -> bool:
    """Nothing, "standard", or a word that some country's profile knows."""
    return word in ("", ORDINARY) or word in tax_class_codes()
