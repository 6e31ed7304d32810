"""Which journals a proof of some domain explains."""

PROVED_KINDS = (
    "order_placed", "order_paid", "order_cancelled", "order_delivered", "order_refused",
    "order_refunded", "parcel_delivered", "parcel_refused", "parcel_given_up", "parcel_lost",
    "refund_paid",
    "payout", "payout_ordered", "payout_failed", "payout_returned", "deal_settled",
    "return_refunded", "return_exchanged", "order_exchanged", "cash_remitted",
    "cash_written_off", "carrier_paid_back", "refusal_cost",
    "reserve_held", "reserve_released", "reserve_used", "seller_repaid", "gateway_settled",
    "gateway_explained", "exchange_difference", "refund_ahead_paid",
    "order_deposited", "deposit_lost", "carriage_charged", "carriage_borne",
    "loss_paid",
    "debit_note_paid",
    "price_reduced", "deposit_made", "deposit_used", "deposit_returned", "deposit_forfeited",
    "order_credited", "refund_credited",
    "goodwill_given", "wallet_refund", "wallet_spent", "wallet_goodwill", "wallet_shop_goodwill",
    "wallet_expired", "wallet_gift_card", "gift_card_sold", "gift_card_issued",
    "gift_card_cancelled", "gift_card_refunded",
    "points_pending", "points_earned", "points_returned", "points_expired", "points_granted",
    "points_withdrawn", "points_charged", "wallet_points",
)  # fmt: skip
"""The journals of which some proof knows why they are there. `order_delivered` and `order_refused`
are of the time before parcels."""
