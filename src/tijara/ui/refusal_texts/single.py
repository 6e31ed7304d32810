"""Sentences of single refusals, by code."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.ui.cash_words import CASH_TEXTS
from tijara.ui.flash_words import FLASH_TEXTS
from tijara.ui.parcel_words import PARCEL_TEXTS
from tijara.ui.settlement_words import SETTLEMENT_TEXTS

TEXTS: dict[str, Promise] = CASH_TEXTS | {
    "reviews.own_review": _("This review is yours: whether it helps, others say."),
    "reviews.own_goods": _("You sell it: which of its reviews help, its buyers say."),
    "reviews.only_members": _("Sign in first, so that everybody counts once."),
    "loyalty.programme_invalid": _("Check the points programme. Nothing was changed."),
    "loyalty.worth_stands": _(
        "Buyers have points already, so what one is worth stands. Change what is earned instead."
    ),
    "loyalty.rate_invalid": _("Check what is earned. Nothing was changed."),
    "loyalty.tiers_invalid": _("Check the tiers. Nothing was changed."),
    "loyalty.too_few_points": _("These are too few to be used at one time."),
    "loyalty.too_many_points": _("These are too many to be used at one time."),
    "loyalty.points_short": _("There are fewer points by now. Nothing was used."),
    "loyalty.grant_invalid": _("Check the points. Nothing was given or taken."),
    "loyalty.extra_invalid": _("Choose one of these. Nothing was changed."),
    "loyalty.no_points_here": _("This market gives no points: there is nothing to add to."),
    "loyalty.more_than_there": _("There are fewer points than you want to take."),
    "groups.invalid": _("Check the group. Nothing was changed."),
    "groups.over": _("This group is not there any more."),
    "groups.too_many": _("Fifty groups at most. End one that you don’t need."),
    "groups.no_addresses": _("No e-mail address was found. Nobody was added."),
    "wallet.credit_short": _(
        "There is less in your wallet now than this page showed. Nothing was ordered; look at it "
        "again."
    ),
    "balances.grant_decided": _("A colleague has decided it in the meantime."),
    "balances.own_proposal": _("You proposed it yourself: a colleague must agree."),
    "wallet.grant_invalid": _("Check the credit. Nothing was given."),
    "wallet.terms_invalid": _("Check the amount. Nothing was changed."),
    "wallet.gift_invalid": _("Check the gift card. Nothing was sold or given out."),
    "wallet.gift_over": _("This gift card is redeemed, sent or called off already."),
    "wallet.not_sold_here": _("Gift cards can’t be bought here just now."),
    "wallet.code_not_good": _(
        "This code is not good: it may be mistyped, used already or of another market."
    ),
    "returns.no_wallet": _("Who bought as a guest has no wallet. Use another way."),
    "returns.goodwill_invalid": _("Check the amount. Nothing was given."),
    "invoicing.unit_invalid": _("Check the seller’s details. Nothing was changed."),
    "invoicing.enrolment_refused": _("The authority did not enrol him: %(said)s"),
    "invoicing.authority_unreachable": _(
        "The authority gives no answer. What was done so far is kept: try again in a while."
    ),
    "invoicing.no_unit": _("This seller is not enrolled with the authority."),
    "invoicing.not_waiting": _("It was answered in the meantime."),
    "invoicing.not_rejected": _("Nothing is to be mended here any more."),
    "invoicing.paper_held": _(
        "As it is it would be turned away again: %(rules)s. Mend that first."
    ),
    "installation.key_wrong": _(
        "This link is not good, or it was used. The command tijara owner-key prints a new one."
    ),
    "installation.key_over": _(
        "This link is too old. The command tijara owner-key prints a new one."
    ),
    "installation.setup_over": _("This market is set up already."),
    "installation.not_the_owner": _("Only its owner sets this market up."),
    "installation.step_must_be_done": _("This can’t wait: nothing is sold without it."),
    "accounts.wrong_password": _("E-mail and password don’t match. Check both and try again."),
    "accounts.too_many_tries": _(
        "There were too many tries. Try again in a quarter of an hour; your account is safe."
    ),
    "accounts.wrong_old_password": _("This is not your password now."),
    "accounts.email_taken": _("An account with this e-mail is already there. Sign in instead."),
    "parties.identity_invalid": _("Check the details of the business. Nothing was changed."),
    "accounts.code_too_soon": _(
        "A code is on its way. If it does not come, ask for another in %(seconds)s seconds."
    ),
    "accounts.too_many_codes": _("Too many codes were sent. Try again in %(minutes)s minutes."),
    "accounts.wrong_code": _("This is not the code. Look again and write its six digits."),
    "accounts.code_over": _("This code is no longer good. Ask for a new one."),
    "parties.suspension_invalid": _("Say why: the store’s people read it."),
    "parties.no_such_seller": _("There is no such seller."),
    "parties.suspended_already": _("Somebody has suspended this seller meanwhile."),
    "parties.not_suspended": _("This seller may sell already: somebody has let him back."),
    "webhooks.endpoint_invalid": _("Check the webhook. Nothing was changed."),
    "webhooks.endpoint_known": _("This address is in the list already."),
    "webhooks.too_many_endpoints": _("There are as many webhooks as there can be. Remove one."),
    "webhooks.no_such_endpoint": _("This webhook was removed meanwhile."),
    "webhooks.endpoint_off": _("This webhook is switched off. Switch it on first."),
    "webhooks.not_replayable": _("It is on its way already, or was let go."),
    "desks.view_invalid": _("Give the tab a short name."),
    "desks.view_name_taken": _("Another tab of this list is called so. Choose another name."),
    "desks.too_many_views": _("More than %(most)s tabs help nobody. Remove one first."),
    "desks.view_gone": _("This tab was removed in another window."),
    "desks.text_invalid": _("Write a text of up to a thousand letters."),
    "desks.too_many_texts": _("More than %(most)s texts help nobody. Remove one first."),
    "desks.note_invalid": _("Write a note of up to a thousand letters."),
    "desks.too_many_notes": _("There are as many notes here as there can be."),
    "desks.not_your_note": _("Only who wrote a note withdraws it."),
    "jobs.no_such_job": _("It is gone, or somebody has it tried again already."),
    "jobs.no_such_task": _("There is no such scheduled job."),
    "jobs.waits_already": _("It waits already and runs in a moment."),
    "parties.seller_invalid": _("Check the details of the business. Nothing was changed."),
    "accounts.recipient_taken": _(
        "Another account has this phone or e-mail. Sign in with it instead."
    ),
    "accounts.closed": _("This account is closed. Write to us if that surprises you."),
    "accounts.last_admin": _("Somebody must stay administrator. Name another one first."),
    "accounts.no_such_account": _("There is no such account."),
    "parties.customer_invalid": _("Check the details of the business. Nothing was changed."),
    "parties.is_member": _("This person works here already."),
    "parties.too_many_invitations": _(
        "Too many invitations wait for an answer. Withdraw some first."
    ),
    "parties.no_such_invitation": _("This invitation was answered or withdrawn."),
    "parties.no_such_member": _("This person does not work here any more."),
    "parties.last_owner": _("A store needs an owner. Make somebody else one first."),
    "stores.pause_invalid": _("Check the days. Nothing was changed."),
    "stores.application_invalid": _("Check the application. What you wrote is still there."),
    "stores.application_waits": _("Your application is with us already. We write to you."),
    "stores.application_decided": _("Somebody has answered it meanwhile."),
    "stores.reason_missing": _("Say why not: the applicant has to mend it."),
    "parties.address_invalid": _("Check the address. What you wrote is still there."),
    "parties.no_such_address": _("There is no such address in your book."),
    "parties.book_full": _("Your book holds %(most)s addresses at most. Remove one first."),
    "stores.slug_taken": _("Another shop has this address. Choose another."),
    "stores.invalid": _("Check the shop’s name and address."),
    "stores.no_seller": _("There is no seller behind this shop yet."),
    "inventory.no_such_stock": _("There is no such stock in your shop."),
    "inventory.not_enough_stock": _("Not enough of it is left. Nothing was taken."),
    "inventory.below_held": _(
        "Buyers are paying for %(held)s of it right now. Count again in a few minutes."
    ),
    "inventory.moved_meanwhile": _(
        "It has moved while you wrote: there are %(on_hand)s now. Look again, then save."
    ),
    "inventory.not_counted": _("Its units are codes or files: add them or take them out there."),
    "inventory.not_digital": _("Only digital products have codes or files."),
    "inventory.kind_is_fixed": _("This product is sold as codes, or as files, and not as both."),
    "inventory.sold_from_shelf": _(
        "Units of it were sold before it had codes. Put it up as a new product to sell codes."
    ),
    "inventory.codes_missing": _("There are fewer codes than were sold. Nothing was given."),
    "inventory.no_such_code": _("This code is not in your stock any more."),
    "inventory.no_such_file": _("There is no such file in your shop."),
    "inventory.last_file": _(
        "It is the only file. Bring the new one first, or pause the offer: buyers must get "
        "something."
    ),
    "inventory.too_many_files": _("A product has %(most)s files at most."),
    "offers.changed_meanwhile": _(
        "Someone has changed this price meanwhile. This is how it stands now; change it again."
    ),
    "offers.unknown": _("There is no such offer in your shop."),
    "offers.price_invalid": _("Check the price. It was left as it is."),
    "offers.invalid": _("Check the offer. Nothing was changed."),
    "offers.terms_invalid": _("Check the prices and units. What you wrote is still there."),
    "offers.not_for_sale": _("This product isn’t there to be offered."),
    "offers.file_unreadable": _(
        "The file can’t be read to its end. What was read before is kept; mend it and go on."
    ),
    "offers.columns_unclear": _("We can’t tell which column holds the names. Choose it."),
    "offers.import_going": _("Another import of this shop is at work. Wait until it is over."),
    "offers.import_unknown": _("There is no such import in your shop, or its file is gone."),
    "offers.import_moved": _("The import has gone on meanwhile. Look at it again."),
    "offers.too_many_files": _(
        "%(most)s files of this shop wait already. Import some of them, or throw them away."
    ),
    "offers.nothing_to_undo": _("This import changed nothing, so there is nothing to undo."),
    "offers.importer_unknown": _("There is no such shop to import for."),
    "markets.invalid": _("Check the market’s policies. Nothing was changed."),
    "markets.papers_invalid": _("Check what is marked below. Nothing was changed."),
    "markets.fixed": _("A market’s country and currency stay as they are."),
    "content.banner_invalid": _("Check the banner. What you wrote is still there."),
    "content.no_such_banner": _("There is no such banner in this market."),
    "content.too_many_banners": _(
        "A market has %(most)s banners at most. Take one down that is over."
    ),
    "messaging.not_given_up": _("It was sent already, or is on its way."),
    "messaging.secret_over": _("The code in it is no longer good. Its reader asks for a new one."),
    "content.shelf_invalid": _("Check the shelf. What you wrote is still there."),
    "content.no_such_shelf": _("There is no such shelf in this market any more."),
    "content.too_many_shelves": _(
        "A market has %(most)s shelves at most. Take one down that is over."
    ),
    "content.last_shelf": _("One shelf stays on the page. Switch it off, or add another first."),
    "content.no_such_product": _("There is no such product in the catalogue."),
    "content.shelf_full": _("A shelf holds %(most)s products at most. Take one off first."),
    "shipping.service_invalid": _("Check this way of delivery. Nothing was changed."),
    "shipping.own_service_invalid": _("Check this way of delivery. Nothing was changed."),
    "shipping.service_not_allowed": _("The market doesn’t offer this way of delivery."),
    "shipping.no_way_left": _("Keep one way of delivery at least, or nothing could be ordered."),
    "shipping.last_way": _("Keep one way of delivery at least, or nothing could be ordered."),
    "shipping.zone_invalid": _("Check this place. Nothing was changed."),
    "shipping.own_zone_invalid": _("Check this place. Nothing was changed."),
    "payments.no_keys_kept": _("No keys are kept: somebody has withdrawn them already."),
    "payments.gateway_invalid": _("Check the keys. The ones before still hold."),
    "payments.way_not_offered": _(
        "This can’t be paid that way. Choose another one; nothing has changed."
    ),
    "payments.charge_not_open": _("There is nothing to pay here any more."),
    "payments.already_starting": _(
        "The payment page is being opened in another window. Try again in a moment."
    ),
    "payments.gateway_unavailable": _(
        "We could not reach the payment page. No money was taken; try again in a moment."
    ),
    "payments.no_transfer_expected": _("No transfer is expected here any more."),
    "payments.receipt_waiting": _("We are looking at a receipt of yours. Wait for our answer."),
    "payments.too_many_receipts": _("There were too many receipts. Write to us instead."),
    "payments.transfer_not_open": _("This transfer was settled meanwhile. Look at it again."),
    "payments.transfer_invalid": _("Check what you entered. The charge is still open."),
    "payments.no_receipt_waiting": _("This receipt was answered meanwhile."),
    "payments.not_replayable": _("This notice can’t be looked into again."),
    "payments.nothing_to_record": _("This money has gone back already, or is on its way."),
    "payments.refund_invalid": _("Check the bank’s reference. Nothing was written down."),
    "catalogue.product_invalid": _("Check the fields marked below. What you wrote is still there."),
    "catalogue.product_unknown": _("There is no such product among those you may change."),
    "catalogue.product_changed_meanwhile": _(
        "Someone has changed this product meanwhile. What you wrote is still here: look at how it "
        "stands now, then save again."
    ),
    "catalogue.options_invalid": _("Check the options. What you wrote is still there."),
    "catalogue.variants_invalid": _(
        "Check the fields marked below. What you wrote is still there."
    ),
    "catalogue.product_barred": _(
        "The market took this product off. Write to it: it can put it back when all is well."
    ),
    "catalogue.product_not_ready": _(
        "It isn’t complete yet: fill in the required attributes, then publish it."
    ),
    "catalogue.picture_not_accepted": _("This picture can’t be taken."),
    "catalogue.too_many_pictures": _("A product has %(most)s pictures at most."),
    "catalogue.after_sale_invalid": _("Check the days and months. Nothing was changed."),
    "returns.return_invalid": _("Check what goes back and why. Nothing was lost."),
    "returns.sending_invalid": _("Write who carries it. Nothing was lost."),
    "cash_terms.deposit_rule_invalid": _("Check the rule. Nothing was changed."),
    "invoicing.debit_settled": _("This note is paid, given up, or decided about already."),
    "invoicing.debit_not_here": _(
        "This market takes no card and no transfer for it: the buyer pays you directly."
    ),
    "invoicing.one_alone": _("You proposed it. Somebody else must agree."),
    "returns.carriage_invalid": _("Check the sum. Nothing was changed."),
    "returns.carriage_band_invalid": _("Check the row. Nothing was changed."),
    "returns.pickup_invalid": _("Say on which day, and who comes. Nothing was lost."),
    "returns.not_to_fetch": _(
        "Nobody has to fetch it any more: it is on its way, has ended, or is arranged."
    ),
    "returns.words_invalid": _("Write a few words. Nothing was lost."),
    "pictures.invalid": _("Check the pictures. Nothing else was lost."),
    "returns.inspection_invalid": _("Check the pieces and the words. Nothing was lost."),
    "catalogue.category_invalid": _("Check the category. Nothing was changed."),
    "catalogue.attribute_invalid": _("Check the attribute. What you wrote is still there."),
    "catalogue.brand_unknown": _("Choose two different brands that are there."),
    "catalogue.drafts_invalid": _("Every product needs a name. Nothing was brought in."),
    "carts.full": _("The cart holds %(most)s different products at most. Order these first."),
    "orders.no_such_order": _("There is no such order here."),
    "orders.nothing_waits": _("It doesn’t wait for its store now."),
    "orders.not_cancellable": _("It is on its way already, so it can’t be cancelled any more."),
    "orders.wrong_state": _("The order has moved on meanwhile. Look at it again."),
    "returns.no_such_return": _("There is no such return."),
    "returns.moved_on": _("The return has moved on in the meantime. This is how it stands now."),
    "returns.too_many_returns": _("This order has had too many returns. Write to the shop."),
    "returns.asked_already": _("Your return is here already."),
    "returns.return_under_way": _(
        "The buyer is sending something of this order back. Decide on that return first."
    ),
    "returns.more_than_delivered": _(
        "So many pieces were not delivered, or they went back before."
    ),
    "returns.nothing_paid": _("These goods cost nothing, so there is nothing to give back."),
    "returns.owes_money": _("Something was accepted: give its money back first."),
    "returns.exchange_not_possible": _(
        "It can’t be exchanged any more: none is left, or nobody could pay what it costs more. "
        "Give the money back instead."
    ),
    "payments.more_than_paid": _("More can’t go back than was paid."),
    "returns.price_reduced": _(
        "A decision has given the buyer a part of the price back: that was the last word."
    ),
    "returns.reduction_invalid": _("Check what goes back. Nothing was decided."),
    "deals.no_such_deal": _("There is no such complaint."),
    "deals.no_dispute": _("There is no such complaint."),
    "deals.moved_on": _("It has moved on in the meantime. This is how it stands now."),
    "deals.not_in_this_deal": _("This market does not provide for that step now."),
    "deals.not_protected": _("The days are over in which one may complain about this order."),
    "deals.dispute_invalid": _("Say what is wrong. Nothing was lost."),
    "deals.words_invalid": _("Write a few words. Nothing was lost."),
    "deals.decision_invalid": _("Say who gets the money. Nothing was decided."),
    "deals.process_invalid": _("This was not saved. Read below what is wrong with it."),
    "returns.not_refundable": _(
        "It can’t be taken back: it was not delivered, or it was taken back before."
    ),
    "settlements.bank_account_invalid": _("Check the bank account. The one before still stands."),
    "settlements.payout_invalid": _("Check the payout. Nothing was recorded."),
    "settlements.no_bank_account": _("The seller has not said yet where he is paid to."),
    "settlements.more_than_owed": _("The seller is owed %(owed)s. Nothing was recorded."),
    "settlements.payout_known": _("A payout with this bank reference is recorded already."),
    "settlements.seller_unknown": _("There is no such seller."),
    "settlements.run_invalid": _("Check the run. Nothing was prepared."),
    "settlements.market_has_no_bank": _(
        "This market has not said yet from which account it pays. Add it to the market first."
    ),
    "settlements.run_is_prepared": _(
        "A run of this market waits for its approval already. Decide it first."
    ),
    "settlements.nobody_to_pay": _(
        "No active seller with a bank account is owed that much. There is nothing to pay."
    ),
    "settlements.run_unknown": _("There is no such run, or nobody has approved it yet."),
    "settlements.run_decided": _("This run was decided already. Look at it again."),
    "settlements.same_person": _(
        "You have prepared this run, so another one of the staff has to approve it."
    ),
    "settlements.run_not_booked": _("Nothing of this run is booked yet. Try again in a moment."),
    "settlements.answer_invalid": _("Check what the bank said. Nothing was written down."),
    "settlements.bank_report_unreadable": _(
        "This is no status report that can be read (pain.002, up to 5 MB). Nothing was changed."
    ),
    "settlements.bank_report_of_another": _("This report answers the run %(code)s, not this one."),
    "invoicing.nothing_invoiced": _("There is no invoice yet that it could be about."),
    "invoicing.not_delivered": _("There is an invoice once the order has been delivered."),
    "orders.payment_differs": _(
        "The payment isn’t of the amount that order %(number)s asks for. Staff must look at it."
    ),
    "cases.case_decided": _("Somebody has decided it meanwhile. This page shows how it stands."),
    "cases.report_invalid": _("Choose what is wrong with it."),
    "cases.decision_invalid": _("Choose why it is taken off the market."),
    "cases.words_invalid": _("Write what you want to know."),
    "cases.nothing_to_report": _("This product is no longer on the market."),
    "checkout.nothing_to_take_apart": _(
        "There is nothing to take apart any more. This page shows how the order stands."
    ),
    "checkout.nothing_to_confirm": _("No order waits for a code any more. Look how it stands."),
    "checkout.phone_not_for_this_order": _(
        "With that number this order would have other terms. Cancel it, then order with the number."
    ),
    "checkout.phone_invalid": _("This is not a mobile number of this country. Check it."),
    "checkout.empty_cart": _("Your cart is empty; there is nothing to order yet."),
    "checkout.basket_changed": _(
        "Something in your cart has changed. Nothing was ordered; look at the total again."
    ),
    "checkout.promotion_gone": _(
        "A discount was used up a moment ago, or you have had it. Nothing was ordered; look at the "
        "total again."
    ),
    "pricing.list_unknown": _("There is no such price list in your shop."),
    "pricing.list_invalid": _("Check the price list. What you wrote is still there."),
    "pricing.rows_invalid": _("Check the prices. What you wrote is still there."),
    "pricing.member_invalid": _(
        "This is neither the number of an order of yours nor a VAT number."
    ),
    "pricing.too_many_lists": _("You have fifty price lists. Change one that is over."),
    "promotions.invalid": _("Check the promotion. What you wrote is still there."),
    "promotions.code_taken": _(
        "The code %(promo)s belongs to another promotion. Think of another one."
    ),
    "promotions.too_many": _("A hundred promotions are enough. End one that nobody needs."),
    "promotions.has_begun": _(
        "It began in the meantime: only its name, its last day and higher limits can change now."
    ),
    "promotions.unknown": _("There is no such promotion."),
    "promotions.moved_on": _("This promotion is over, or somebody was quicker. Look at it again."),
    "promotions.no_more_uses": _("A promotion is used up, over, or was used before."),
    "checkout.address_invalid": _("Check the address. What you wrote is still there."),
    "checkout.company_invalid": _("Check the company’s details. What you wrote is still there."),
    "catalogue.tax_class_unknown": _("No country here knows this kind of goods."),
    "checkout.payment_not_possible": _("This way to pay can’t be used for this order."),
    "checkout.no_such_checkout": _("There is no such order here."),
    "books.entry_invalid": _("Check what is marked. What you wrote is still there."),
    "books.not_balanced": _("Debit and credit differ. Make both sides equal."),
    "books.month_closed": _("This day lies in a closed month. Choose a later one."),
    "books.not_yours": _("This book is kept by somebody else."),
    "books.no_such_entry": _("There is no such entry by hand in this book."),
    "books.already_reversed": _("Somebody has taken it back already."),
    "books.not_the_next_month": _("Months are closed one after another, each when it is over."),
    "books.behind": _("Its last events are still being written. Try again in a moment."),
    "books.no_such_close": _("This month is not closed. Look how it stands now."),
    "books.not_the_last_close": _("Only the month that was closed last can be opened again."),
    "books.same_person": _("You asked for it: another person must agree."),
    "books.not_asked": _("It was decided meanwhile. Look how it stands now."),
    "privacy.cannot_close": _("Something is still open: the account can’t be closed now."),
    "privacy.copy_too_soon": _(
        "Your last copy is not a day old: fetch it here, or ask again tomorrow."
    ),
    "books.too_many_exports": _("Many documents are waiting to be printed. Try again later."),
    "files.too_large": _("The file is too large."),
    "files.not_accepted": _("This kind of file can’t be taken."),
    "pictures.unfit": _("This picture can’t be taken."),
    "not_allowed": _("Your account may not do this."),
    "merging.busy": _("Many are ordering at this moment. What you typed is kept; send it again."),
    "rate_limited": _("Wait %(seconds)s seconds and try again. Nothing was lost."),
}
"""Sentences of single refusals, by code, in the order of the domains."""
TEXTS |= SETTLEMENT_TEXTS | FLASH_TEXTS | PARCEL_TEXTS
