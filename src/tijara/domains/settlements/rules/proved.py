"""Which journals a proof of some domain explains."""

PROVED_KINDS = (
    "order_placed", "order_paid", "order_cancelled", "order_delivered", "order_refused",
    "order_refunded", "parcel_delivered", "parcel_refused", "parcel_given_up", "refund_paid",
    "payout", "payout_ordered", "payout_failed", "payout_returned", "deal_settled",
    "return_refunded", "return_exchanged", "order_exchanged", "cash_remitted",
    "cash_written_off", "carrier_paid_back", "refusal_cost", "price_reduced",
    "deposit_made", "deposit_used", "deposit_returned", "deposit_forfeited",
)  # fmt: skip
"""The journals of which some proof knows why they are there. `order_delivered` and `order_refused`
are of the time before parcels."""
