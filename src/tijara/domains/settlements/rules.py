"""What an IBAN looks like, and how it is shown."""

from uuid import UUID

from stdnum import iban

from tijara.kit.arabic import ascii_digits, strip_controls

LONGEST_IBAN = 40
PROVED_KINDS = (
    "order_placed", "order_paid", "order_cancelled", "order_delivered", "order_refused",
    "order_refunded", "parcel_delivered", "parcel_refused", "parcel_given_up", "refund_paid",
    "payout", "deal_settled", "cash_remitted", "cash_written_off", "carrier_paid_back",
    "refusal_cost",
)  # fmt: skip
"""The journals of which some proof knows why they are there. `order_delivered` and `order_refused`
are of the time before parcels."""


def tidy_iban(typed: str) -> str:
    """Without what people put between its letters; digits of any script."""
    tidy = "".join(ascii_digits(strip_controls(typed)).split())
    return tidy.replace("-", "").upper()


def is_iban(tidy: str) -> bool:
    return tidy.isascii() and len(tidy) <= LONGEST_IBAN and iban.is_valid(tidy)


def masked_iban(tidy: str) -> str:
    """ "SA•• •••• 7519"."""
    return f"{tidy[:2]}•• •••• {tidy[-4:]}"


def about_iban(seller_id: UUID) -> str:
    """What the sealed IBAN is bound to: another seller's row doesn't open it."""
    return f"settlements.iban:{seller_id}"
