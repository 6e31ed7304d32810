"""What goods and documents are taxed with. No tables: rates and classes are the country's."""

from collections.abc import Iterable, Sequence

from tijara.domains.markets.queries import tax_class, vat_bp

from .rules import ORDINARY, groups_of, main_supply, taxed, treatment_of
from .shapes import Priced, TaxedDocument, TaxedPart, TaxGroup, TaxTerms, Treatment


def treatments(terms: TaxTerms, words: Sequence[str]) -> list[Treatment]:
    """How goods of these classes are taxed in this sale, in order. An unknown word is none."""
    standard = vat_bp(terms.country, terms.on)
    known = {word: _treatment(terms, standard, word) for word in set(words)}
    return [known[word] for word in words]


def taxed_document(
    goods: Sequence[Priced], delivery_minor: int, fee_minor: int, *, includes_tax: bool
) -> TaxedDocument:
    """An order's goods, delivery and fee, taxed together. Delivery and fee go with the goods that
    most of the money is in."""
    beside = main_supply(goods)
    parts = [*goods, Priced(delivery_minor, beside), Priced(fee_minor, beside)]
    *lines, delivery, fee = taxed(parts, includes_tax=includes_tax)
    return TaxedDocument(tuple(lines), delivery, fee)


def tax_groups(parts: Iterable[TaxedPart]) -> tuple[TaxGroup, ...]:
    """The breakdown of a document, or of several: one for each category and rate."""
    return groups_of(parts)


def _treatment(terms: TaxTerms, standard_bp: int, word: str) -> Treatment:
    found = tax_class(terms.country, word, terms.on) if word and word != ORDINARY else None
    return treatment_of(terms, standard_bp, found)
