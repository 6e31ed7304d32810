"""What the back office calls things."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.accounts.shapes import StaffRole
from tijara.domains.deals.shapes import DealState
from tijara.domains.ledger.shapes import Account
from tijara.domains.messaging.shapes import MessageState
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.parties.shapes import PartyKind, Role
from tijara.domains.stores.shapes import ApplicationState

STEPS = {
    OrderState.PENDING: _("Opened, not yet paid or confirmed"),
    OrderState.PLACED: _("Ordered"),
    OrderState.CONFIRMED: _("Confirmed by the store"),
    OrderState.PACKED: _("Packed by the store"),
    OrderState.SHIPPED: _("Handed to the carrier"),
    OrderState.DELIVERED: _("Delivered and paid"),
    OrderState.REFUSED: _("Not accepted at the door"),
    OrderState.CANCELLED: _("Cancelled"),
    OrderState.REFUNDED: _("Order taken back"),
}
ACTORS = {
    "buyer": _("the buyer"),
    "seller": _("the store"),
    "staff": _("staff"),
    "system": _("the system"),
}
REASONS = {
    CancelReason.OUT_OF_STOCK: _("out of stock"),
    CancelReason.CANT_REACH: _("the buyer can’t be reached"),
    CancelReason.WRONG_ADDRESS: _("wrong address"),
    CancelReason.CHANGED_MIND: _("changed mind"),
    CancelReason.TOO_SLOW: _("delivery too slow"),
    CancelReason.OTHER: _("another reason"),
    CancelReason.NOT_PAID: _("not paid in time"),
    CancelReason.NOT_CONFIRMED: _("phone not confirmed in time"),
}
JOURNALS = {
    "order_placed": _("Order placed"),
    "order_paid": _("Order paid"),
    "order_cancelled": _("Order cancelled"),
    "order_delivered": _("Order delivered"),
    "order_refused": _("Order not accepted"),
    "parcel_delivered": _("Parcel delivered"),
    "parcel_refused": _("Parcel not accepted"),
    "parcel_given_up": _("Given up, not sent"),
    "order_refunded": _("Order taken back"),
    "return_refunded": _("Return refunded"),
    "return_exchanged": _("Return exchanged"),
    "order_exchanged": _("Order paid with an exchange"),
    "refund_paid": _("Refund paid"),
    "payout": _("Paid out to the seller"),
    "deal_settled": _("Deal settled"),
}
ACCOUNTS = {
    Account.BUYER_RECEIVABLE: _("buyers owe"),
    Account.ORDERS_PENDING: _("orders not delivered"),
    Account.GATEWAY_RECEIVABLE: _("the gateway has collected"),
    Account.BANK: _("in the bank"),
    Account.BUYER_REFUNDABLE: _("owed back to buyers"),
    Account.EXCHANGE_CLEARING: _("between the orders of an exchange"),
    Account.CARRIER_RECEIVABLE: _("carriers hold"),
    Account.SELLER_HELD: _("held for the seller"),
    Account.SELLER_PAYABLE: _("owed to the seller"),
    Account.COMMISSION_REVENUE: _("commission"),
    Account.COMMISSION_VAT: _("VAT on commission"),
    Account.PAYMENT_FEE_REVENUE: _("payment fees"),
}
DEALS = {
    DealState.OPEN: (_("Not yet delivered"), ""),
    DealState.PERFORMED: (_("Held"), "info"),
    DealState.SETTLED: (_("Settled"), "good"),
    DealState.UNDONE: (_("Given back"), "warn"),
}
"""What stands with the seller's part of an order: (name, tone of the badge)."""
MESSAGE_STATES = {
    MessageState.WAITING: (_("Waiting"), "warn"),
    MessageState.SENT: (_("Sent"), "good"),
    MessageState.GIVEN_UP: (_("Given up"), "bad"),
}
CHANNELS = {"demonstration_inbox": _("Demonstration inbox"), "smtp": _("E-mail")}
"""Channels of other vendors are shown by their own name."""

ACTS = {
    "orders.confirm_order": _("confirmed an order"),
    "orders.cancel_order": _("cancelled an order"),
    "fulfilment.pack_order": _("packed an order"),
    "fulfilment.ship_order": _("shipped an order"),
    "fulfilment.correct_tracking": _("corrected a tracking number"),
    "fulfilment.record_delivery": _("recorded a delivery"),
    "fulfilment.record_refusal": _("recorded that an order was not accepted"),
    "fulfilment.give_up_units": _("gave up units of an order"),
    "fulfilment.deliver_digital": _("delivered digital goods"),
    "inventory.add_codes": _("added licence codes"),
    "inventory.withdraw_code": _("withdrew a licence code"),
    "inventory.add_stock_file": _("added a file to sell"),
    "inventory.remove_stock_file": _("took a file off sale"),
    "returns.refund_order": _("took an order back"),
    "returns.approve_return": _("approved a return"),
    "returns.reject_return": _("rejected a return"),
    "returns.ask_buyer": _("asked a buyer about a return"),
    "returns.receive_return": _("received a return"),
    "returns.inspect_return": _("inspected a return"),
    "returns.refund_return": _("refunded a return"),
    "returns.exchange_return": _("exchanged a return"),
    "returns.send_back_return": _("sent a return back"),
    "returns.uphold_rejection": _("let a rejection stand"),
    "catalogue.grant_after_sale": _("changed the returns and the warranty of a department"),
    "markets.change_look": _("changed a market’s look"),
    "stores.dress_store": _("changed a store’s look"),
    "stores.pause_store": _("closed a store for some days"),
    "stores.end_pause": _("opened a store again"),
    "payments.keep_gateway": _("entered the keys of a gateway"),
    "payments.withdraw_gateway": _("withdrew the keys of a gateway"),
    "payments.try_gateway": _("tried the keys of a gateway"),
    "installation.settle_step": _("went on with the set-up"),
    "settlements.record_payout": _("recorded a payout"),
    "settlements.reveal_iban": _("looked at a seller’s IBAN"),
    "settlements.keep_bank_account": _("changed the bank account"),
    "parties.declare_identity": _("changed the details of the business"),
    "inventory.count_stock": _("counted stock"),
    "inventory.receive_stock": _("received stock"),
    "offers.change_price": _("changed a price"),
    "offers.pause_offer": _("paused an offer"),
    "offers.resume_offer": _("resumed an offer"),
    "offers.put_offers": _("put offers up"),
    "payments.approve_transfer": _("approved a transfer"),
    "payments.reject_receipt": _("rejected a receipt"),
    "payments.record_refund": _("recorded a refund"),
    "payments.replay_notice": _("had a notice looked into again"),
    "offers.offer_variants": _("wrote prices and stock of a product"),
    "catalogue.save_product": _("wrote a product"),
    "catalogue.arrange_options": _("arranged a product’s options"),
    "catalogue.describe_variants": _("wrote codes and weights of variants"),
    "catalogue.publish_product": _("published a product or hid it"),
    "catalogue.add_picture": _("sent a picture"),
    "catalogue.arrange_pictures": _("arranged pictures"),
    "catalogue.remove_picture": _("removed a picture"),
    "catalogue.arrange_category": _("arranged a department"),
    "catalogue.define_attribute": _("defined an attribute"),
    "catalogue.drop_attribute": _("dropped an attribute"),
    "catalogue.merge_brands": _("made one of two brands"),
    "desks.write_note": _("wrote a note"),
    "desks.withdraw_note": _("withdrew a note"),
    "desks.keep_view": _("kept a list as a tab"),
    "desks.change_view": _("changed a tab of his own"),
    "desks.move_view": _("moved a tab of his own"),
    "desks.drop_view": _("removed a tab of his own"),
    "outbox.retry_event": _("tried an event again"),
    "jobs.retry_job": _("tried a job again"),
    "jobs.run_task": _("had a scheduled job run"),
    "parties.suspend_seller": _("suspended a seller"),
    "parties.resume_seller": _("let a seller sell again"),
    "stores.approve_application": _("let a seller in"),
    "stores.reject_application": _("rejected an application"),
    "accounts.set_staff_role": _("changed who works here"),
    "accounts.create_account": _("opened an account"),
    "markets.open_market": _("opened a market or changed it"),
    "shipping.set_market_service": _("changed a market’s way of delivery"),
    "shipping.set_market_zone": _("changed a market’s delivery zone"),
    "shipping.drop_market_zone": _("dropped a market’s delivery zone"),
    "webhooks.add_endpoint": _("added a webhook"),
    "webhooks.change_endpoint": _("changed a webhook"),
    "webhooks.remove_endpoint": _("removed a webhook"),
    "webhooks.rotate_secret": _("changed a webhook’s secret"),
    "webhooks.switch_endpoint": _("switched a webhook on or off"),
    "webhooks.try_endpoint": _("tried a webhook"),
    "webhooks.replay_delivery": _("sent a webhook once more"),
}
"""Other acts are shown by their own name."""

PROOFS = {
    "audit.chain_proof": _("The audit log is as it was written: nothing changed, nothing removed"),
    "inventory.movements_proof": _("Stock on hand equals the sum of its movements"),
    "inventory.holds_proof": _("Stock kept equals the sum of its holds"),
    "inventory.sold_proof": _("Nothing was sold that had not come in"),
    "offers.faults_in_offers": _("Every offer stands on a stock of what it offers"),
    "ledger.balance_proof": _("The accounts of every seller add up to nothing"),
    "ledger.purse_proof": _("What is held of every order is what the journal says"),
    "deals.deals_proof": _("A deal that has ended holds nothing"),
    "deals.settled_proof": _("What was held became a seller’s only when its deal had settled"),
    "payments.paid_proof": _("Every paid charge was paid once"),
    "payments.attempts_proof": _("No payment counts for a charge that is not paid"),
    "payments.parts_proof": _("Every charge is the sum of its parts"),
    "payments.refunds_proof": _("No more goes back than came, and what came twice goes back"),
    "orders.sums_proof": _("Every order is the sum of its lines"),
    "orders.units_proof": _("Every order took from stock what it sold, and gave back the rest"),
    "orders.sales_proof": _("Nothing left stock for an order that does not stand"),
    "orders.moves_proof": _("Every order’s state follows from its moves"),
    "orders.money_proof": _("The journal tells how every order was paid and called off"),
    "orders.ends_proof": _("Nothing is owed for an order that has ended"),
    "outbox.delivery_proof": _("Every event reached whom it concerns, or is on its way"),
    "returns.journal_proof": _("The journal tells what was taken back and paid"),
    "returns.held_proof": _("What we hold for buyers is on its way back to them"),
    "returns.parts_proof": _("Every refund is the sum of its lines, within what was delivered"),
    "returns.units_proof": _("No more pieces come back than were delivered"),
    "returns.moves_proof": _("Every return’s state follows from its steps"),
    "returns.ends_proof": _("A return has its refund when it has come to that, and not before"),
    "invoicing.credits_proof": _("Credit notes take back no more than the invoice says"),
    "settlements.payouts_proof": _("Every payout is in the journal, and no other"),
    "settlements.kinds_proof": _("Every journal is of a kind that a check knows"),
    "settlements.statements_proof": _("Sellers’ statements say what the journal says"),
    "invoicing.serials_proof": _("The invoices of every seller are numbered without a gap"),
    "invoicing.sums_proof": _("Every invoice says what its order says, and adds up"),
    "invoicing.issued_proof": _("Every delivered order has its invoice"),
    "fulfilment.journal_proof": _("The journal tells what became of every parcel"),
    "fulfilment.parcels_proof": _("Every order’s parcels are what it sold, in units and in money"),
    "fulfilment.codes_proof": _("Every delivered line of licence codes has its codes"),
    "inventory.codes_proof": _("Every licence code is one unit, and has one buyer at most"),
}
"""By code; a test holds that none is missing."""
STAFF_ROLES = {
    StaffRole.ADMIN: (_("Administrator"), _("May do everything, and lets people in.")),
    StaffRole.SUPPORT: (_("Support"), _("Sees orders, cancels them, answers buyers.")),
    StaffRole.FINANCE: (_("Finance"), _("Payments, payouts, sellers’ papers, audit.")),
}
"""(name, what it may do)."""
APPLICATION_STATES = {
    ApplicationState.WAITING: (pgettext_lazy("application", "Waits"), "warn"),
    ApplicationState.APPROVED: (pgettext_lazy("application", "Approved"), "good"),
    ApplicationState.REJECTED: (pgettext_lazy("application", "Rejected"), ""),
}
PARTY_KINDS = {
    PartyKind.PERSON: _("A person"),
    PartyKind.COMPANY: _("A company"),
    PartyKind.AGENCY: _("A public body"),
}
SELLER_ROLES = {
    Role.OWNER: _("Owner"),
    Role.MANAGER: _("Manager"),
    Role.CLERK: _("Clerk"),
}
JOB_STATES = {
    "todo": (pgettext_lazy("job", "Waiting"), ""),
    "doing": (pgettext_lazy("job", "Running"), "info"),
    "failed": (pgettext_lazy("job", "Failed"), "bad"),
}
TASKS = {
    "accounts.forget_sessions": _("Let go of sessions that are over"),
    "accounts.forget_sign_in_tries": _("Let go of old sign-in tries and codes"),
    "checkout.resume_checkouts": _("Bring interrupted checkouts to their end"),
    "idempotency.forget_keys": _("Let go of old keys of requests"),
    "inventory.sweep_holds": _("Put back units that nobody came for"),
    "invoicing.issue_missing_invoices": _("Write invoices that are missing"),
    "messaging.forget_messages": _("Let go of old messages"),
    "offers.sweep_imports": _("Let go of forgotten imports"),
    "orders.expire_orders": _("End orders that were not paid in time"),
    "outbox.forget_delivered": _("Let go of old events"),
    "payments.check_attempts": _("Ask the gateway about open payments"),
    "payments.drop_withdrawn_keys": _("Erase keys of a gateway that were withdrawn"),
    "payments.expire_charges": _("End payments that did not come"),
    "payments.forget_notices": _("Let go of old notices"),
    "stores.turn_pauses": _("Close and open stores on their days off"),
    "webhooks.forget_ended": _("Let go of old webhook deliveries"),
    "catalogue.make_pictures": _("Make pictures that were sent"),
    "invoicing.print_waiting_invoices": _("Print invoices"),
    "messaging.deliver_waiting_messages": _("Send messages"),
    "webhooks.send_waiting_deliveries": _("Send webhooks"),
}
"""Others are shown by their own name."""
PROCESSES = {
    "supervisor": _("Supervisor"),
    "database": _("Database"),
    "web": _("Web"),
    "worker": _("Worker"),
    "gateway": _("Gateway simulator"),
}
