"""Who pays the way back of a return: docs/algorithms/returns.md, "The way back"."""

from collections.abc import Iterable

from ..shapes import (
    FAULTS,
    CarriageBand,
    CarriageEnd,
    CarriageTerms,
    Payer,
    RefundReason,
    ReturnView,
)

MOST_MINOR, MOST_GRAMS = 10**9, 10**6
ENDS = {
    (Payer.BUYER, True): CarriageEnd.CHARGED,
    (Payer.SELLER, False): CarriageEnd.BY_SELLER,
    (Payer.MARKET, False): CarriageEnd.BY_MARKET,
    (Payer.MARKET, True): CarriageEnd.TO_SELLER,
}
"""By who has to pay, and whether the seller had it fetched; else who has to has paid already."""


def carriage_faults(terms: CarriageTerms) -> dict[str, str]:
    charge = terms.charge_minor
    is_fine = charge is None or 0 <= charge <= MOST_MINOR
    return {} if is_fine else {"charge_minor": "outside_limits"}


def band_faults(band: CarriageBand) -> dict[str, str]:
    faults = {}
    if not 0 <= band.charge_minor <= MOST_MINOR:
        faults["charge"] = "outside_limits"
    if band.up_to_grams is not None and not 0 < band.up_to_grams <= MOST_GRAMS:
        faults["up_to_grams"] = "outside_limits"
    return faults


def payer_of(terms: CarriageTerms, reason: str) -> Payer:
    if reason in FAULTS:
        return terms.fault
    return terms.warranty if reason == RefundReason.WARRANTY else terms.unwanted


def charge_of(
    terms: CarriageTerms,
    bands: Iterable[CarriageBand],
    places: tuple[str, str],
    grams: int,
    delivery_minor: int,
) -> int:
    """`places`: the city and its region. The closest place wins, then the lightest band."""
    known = (*places, "")
    fitting = [
        one
        for one in bands
        if one.place in known and (one.up_to_grams is None or grams <= one.up_to_grams)
    ]
    best = min(fitting, key=lambda one: (known.index(one.place), _weight(one)), default=None)
    if best:
        return best.charge_minor
    return delivery_minor if terms.charge_minor is None else terms.charge_minor


def end_of(told: ReturnView, *, may_charge: bool = False) -> CarriageEnd:
    """Nothing where the market settles nothing. What can't be taken off a refund is borne by the
    seller who had it fetched."""
    if not told.carriage_payer:
        return CarriageEnd.NONE
    end = ENDS.get((told.payer, told.is_fetched), CarriageEnd.NONE)
    return CarriageEnd.NONE if end is CarriageEnd.CHARGED and not may_charge else end


def _weight(one: CarriageBand) -> tuple[bool, int]:
    return one.up_to_grams is None, one.up_to_grams or 0
