"""What facts and webhooks are called at a desk."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.platform.webhooks.shapes import DeliveryState, Fault, OffWhy

FACTS = {
    "orders.order_opened.v1": _("An order was opened and waits"),
    "orders.order_placed.v1": _("An order was placed"),
    "orders.order_confirmed.v1": _("A store has confirmed an order"),
    "orders.order_packed.v1": _("An order was packed"),
    "orders.order_shipped.v1": _("An order was shipped"),
    "orders.order_delivered.v1": _("An order was delivered"),
    "orders.order_refused.v1": _("An order was not accepted"),
    "orders.order_cancelled.v1": _("An order was cancelled"),
    "orders.order_refunded.v1": _("An order was taken back and refunded"),
    "returns.return_moved.v1": _("A return was asked for, or has moved on"),
    "reviews.rating_changed.v1": _("The stars of a product have changed"),
    "deals.dispute_moved.v1": _("A buyer has complained, or a complaint has moved on"),
    "returns.goods_refunded.v1": _("Money of delivered goods goes back"),
    "invoicing.debit_note_issued.v1": _("A shop asked for more by a debit note"),
    "invoicing.debit_written_off.v1": _("A shop gave up what a debit note asked for"),
    "returns.carriage_charged.v1": _("The way back was taken off a refund"),
    "orders.deposit_taken.v1": _("What was put down for an order has come"),
    "fulfilment.parcel_shipped.v1": _("A parcel was shipped"),
    "fulfilment.tracking_corrected.v1": _("A tracking number was corrected"),
    "fulfilment.parcel_delivered.v1": _("A parcel was delivered"),
    "fulfilment.parcel_refused.v1": _("A parcel was not accepted"),
    "fulfilment.parcel_lost.v1": _("A parcel was lost by its carrier"),
    "fulfilment.delivery_tried.v1": _("A parcel could not be delivered"),
    "fulfilment.digital_delivered.v1": _("Digital goods were delivered"),
    "fulfilment.units_given_up.v1": _("Units of an order were given up"),
    "payments.refund_paid.v1": _("A refund was paid"),
    "flash_sales.place_called.v1": _("It is somebody’s turn in a flash sale"),
    "promotions.promotion_turned.v1": _("A promotion has begun or stopped"),
    "settlements.payout_recorded.v1": _("A seller was paid out"),
    "settlements.payout_came_back.v1": _("A payout came back from the bank"),
    "settlements.payment_demanded.v1": _("A seller was asked for what he owes"),
    "stores.store_pause_turned.v1": _("A store closed or opened on its days off"),
    "parties.seller_suspended.v1": _("A seller was suspended"),
    "parties.seller_resumed.v1": _("A seller may sell again"),
    "catalogue.products_changed.v1": _("Products have changed"),
    "shipping.delivery_changed.v1": _("Delivery times have changed"),
    "markets.delivery_days_changed.v1": _("A market’s own delivery time has changed"),
    "search.goods_indexed.v1": _("A part of a seller’s goods was looked at"),
    "offers.offers_changed.v1": _("Offers have changed"),
    "inventory.stock_changed.v1": _("Stock has changed"),
    "orders.refund_due.v1": _("Money of an order goes back"),
    "payments.charge_paid.v1": _("A payment has come"),
    "payments.charge_switched.v1": _("A buyer pays another way"),
    "payments.charge_expired.v1": _("A payment did not come in time"),
    "settlements.bank_account_changed.v1": _("A seller’s bank account has changed"),
    "webhooks.endpoint_disabled.v1": _("A webhook was switched off"),
}
"""Every fact that the outbox keeps; a test holds that none is missing."""
DELIVERY_STATES = {
    DeliveryState.WAITING: (pgettext_lazy("webhook", "Waiting"), "warn"),
    DeliveryState.SENT: (pgettext_lazy("webhook", "Taken"), "good"),
    DeliveryState.GIVEN_UP: (pgettext_lazy("webhook", "Given up"), "bad"),
}
HOOK_FAULTS = {
    Fault.STATUS: _("It answered that it can’t take it"),
    Fault.REDIRECT: _("It sends elsewhere; we don’t follow"),
    Fault.TIMEOUT: _("No answer in time"),
    Fault.UNREACHABLE: _("Nobody answers at this address"),
    Fault.NOT_PUBLIC: _("The address lies in a private network"),
    Fault.UNSAFE: _("Its certificate does not prove who it is"),
}
OFF_WHY = {
    OffWhy.STAFF: _("Switched off"),
    OffWhy.FAILING: _("Off: it failed for days"),
    OffWhy.GONE: _("Off: it says it is gone"),
}
