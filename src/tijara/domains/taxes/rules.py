"""How goods are taxed, and how a document's tax is found: docs/algorithms/tax.md."""

from collections.abc import Iterable, Sequence

from tijara.domains.markets.shapes import TaxClass
from tijara.kit.money import allocate, round_half_up

from .shapes import Priced, TaxCategory, TaxedPart, TaxGroup, TaxTerms, Treatment

BASIS = 10_000
ORDINARY = "standard"
"""The word of goods that are taxed like the rest, whatever their department's word is."""
UNTAXED = Treatment(TaxCategory.OUTSIDE)


def treatment_of(terms: TaxTerms, standard_bp: int, found: TaxClass | None) -> Treatment:
    """The first that fits: outside, export, reverse charge, the goods' own class, the rate.

    `standard_bp` is the country's rate that day, `found` what the goods' word means there.
    """
    if not terms.is_registered or not standard_bp:
        return UNTAXED
    if terms.destination and terms.destination != terms.country:
        return Treatment(TaxCategory.EXPORT)
    if found is None:
        return Treatment(TaxCategory.STANDARD, standard_bp)
    if found.is_reverse_charged and terms.is_company and terms.resells:
        return Treatment(TaxCategory.REVERSE, 0, found.code)
    category = TaxCategory(found.category)
    rate = found.bp or standard_bp if category is TaxCategory.STANDARD else 0
    return Treatment(category, rate, found.code)


def main_supply(goods: Sequence[Priced]) -> Treatment:
    """What delivery and fee go with: the treatment that most of the money is in. Of two that are
    level the one with the higher rate, then the first."""
    worth: dict[Treatment, int] = {}
    for one in goods:
        worth[one.treatment] = worth.get(one.treatment, 0) + one.amount_minor
    return max(worth, key=lambda one: (worth[one], one.rate_bp), default=UNTAXED)


def tax_of_group(amount_minor: int, rate_bp: int, *, includes_tax: bool) -> int:
    """The tax inside an amount, or that comes on top of it; rounded once, half up."""
    return round_half_up(amount_minor * rate_bp, BASIS + rate_bp if includes_tax else BASIS)


def taxed(parts: Sequence[Priced], *, includes_tax: bool) -> list[TaxedPart]:
    """Each part with its tax, in order. The tax is found for each category and rate as a whole,
    and goes to its parts by largest remainder: nothing is rounded twice."""
    groups: dict[tuple[TaxCategory, int], list[int]] = {}
    for place, part in enumerate(parts):
        groups.setdefault((part.treatment.category, part.treatment.rate_bp), []).append(place)
    taxes = [0] * len(parts)
    for (_, rate_bp), places in groups.items():
        if not rate_bp:
            continue
        amounts = [parts[place].amount_minor for place in places]
        whole = tax_of_group(sum(amounts), rate_bp, includes_tax=includes_tax)
        for place, tax in zip(places, allocate(whole, amounts), strict=True):
            taxes[place] = tax
    return [
        TaxedPart(part.treatment, part.amount_minor - (tax if includes_tax else 0), tax)
        for part, tax in zip(parts, taxes, strict=True)
    ]


def groups_of(parts: Iterable[TaxedPart]) -> tuple[TaxGroup, ...]:
    """The breakdown: one for each category and rate, the highest rate first. What has no money in
    it is not told."""
    sums: dict[tuple[TaxCategory, int], list[int]] = {}
    words: dict[tuple[TaxCategory, int], dict[str, None]] = {}
    for part in parts:
        if not part.gross_minor:
            continue
        key = (part.treatment.category, part.treatment.rate_bp)
        both = sums.setdefault(key, [0, 0])
        both[0] += part.net_minor
        both[1] += part.tax_minor
        if part.treatment.tax_class:
            words.setdefault(key, {})[part.treatment.tax_class] = None
    return tuple(
        TaxGroup(category, rate_bp, net, tax, tuple(words.get((category, rate_bp), ())))
        for (category, rate_bp), (net, tax) in sorted(
            sums.items(), key=lambda one: (-one[0][1], one[0][0])
        )
    )
