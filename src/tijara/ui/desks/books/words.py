"""How accounts, sheets and entries are called, at every desk that keeps books."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.books.shapes import MarginBy, ReportName, Side

BOTH: dict[str, Promise] = {
    "cash_in_hand": pgettext_lazy("account", "Cash in hand"),
    "input_vat": pgettext_lazy("account", "Input VAT"),
    "receivables": pgettext_lazy("account", "Receivables"),
    "prepaid": pgettext_lazy("account", "Prepaid expenses"),
    "suppliers": pgettext_lazy("account", "Suppliers"),
    "accrued": pgettext_lazy("account", "Accrued expenses"),
    "zakat_payable": pgettext_lazy("account", "Zakat payable"),
    "fixed_assets": pgettext_lazy("account", "Fixed assets"),
    "accumulated_depreciation": pgettext_lazy("account", "Accumulated depreciation"),
    "loans": pgettext_lazy("account", "Loans"),
    "end_of_service": pgettext_lazy("account", "End-of-service benefits"),
    "capital": pgettext_lazy("account", "Capital"),
    "drawings": pgettext_lazy("account", "Drawings"),
    "opening_balances": pgettext_lazy("account", "Opening balances"),
    "retained_earnings": pgettext_lazy("account", "Retained earnings"),
    "other_income": pgettext_lazy("account", "Other income"),
    "rent": pgettext_lazy("account", "Rent"),
    "salaries": pgettext_lazy("account", "Salaries and wages"),
    "marketing": pgettext_lazy("account", "Marketing"),
    "utilities": pgettext_lazy("account", "Electricity, water, internet"),
    "shipping": pgettext_lazy("account", "Shipping and packaging"),
    "bank_charges": pgettext_lazy("account", "Bank charges"),
    "depreciation": pgettext_lazy("account", "Depreciation"),
    "other_expenses": pgettext_lazy("account", "Other expenses"),
    "zakat": pgettext_lazy("account", "Zakat"),
}
ACCOUNTS: dict[Side, dict[str, Promise]] = {
    Side.SELLER: BOTH
    | {
        "seller_bank": pgettext_lazy("account", "Bank"),
        "due_from_market": pgettext_lazy("account", "Due from the market"),
        "inventory": pgettext_lazy("account", "Inventory"),
        "goods_received": pgettext_lazy("account", "Goods received, not yet paid"),
        "output_vat": pgettext_lazy("account", "Output VAT"),
        "unclassified": pgettext_lazy("account", "Not classified"),
        "sales": pgettext_lazy("account", "Sales"),
        "sales_returns": pgettext_lazy("account", "Sales returns"),
        "cost_of_goods": pgettext_lazy("account", "Cost of goods sold"),
        "returns_lost": pgettext_lazy("account", "Returned goods lost"),
        "stock_differences": pgettext_lazy("account", "Stock differences"),
        "commission": pgettext_lazy("account", "Market commission"),
        "payment_fees": pgettext_lazy("account", "Payment fees"),
        "return_carriage": pgettext_lazy("account", "Way back of refused parcels"),
        "goodwill": pgettext_lazy("account", "Goodwill to buyers"),
    },
    Side.MARKET: BOTH
    | {
        "bank": pgettext_lazy("account", "Bank"),
        "gateway_receivable": pgettext_lazy("account", "Card payments at the gateway"),
        "carrier_receivable": pgettext_lazy("account", "Cash with carriers"),
        "buyer_receivable": pgettext_lazy("account", "Buyers"),
        "seller_payable": pgettext_lazy("account", "Payable to sellers"),
        "seller_held": pgettext_lazy("account", "Held for sellers"),
        "payouts_on_their_way": pgettext_lazy("account", "Payouts at the bank"),
        "buyer_refundable": pgettext_lazy("account", "Refunds to buyers"),
        "carrier_payable": pgettext_lazy("account", "Payable to carriers"),
        "commission_vat": pgettext_lazy("account", "Output VAT on commission"),
        "exchange_clearing": pgettext_lazy("account", "Exchange clearing"),
        "orders_pending": pgettext_lazy("account", "Orders not yet delivered"),
        "commission_revenue": pgettext_lazy("account", "Commission"),
        "payment_fee_revenue": pgettext_lazy("account", "Payment fees"),
        "carrier_charges": pgettext_lazy("account", "Carrier charges"),
        "cash_losses": pgettext_lazy("account", "Cash written off"),
        "gateway_payable": pgettext_lazy("account", "Gateway, to be explained"),
        "gateway_fees": pgettext_lazy("account", "Gateway charges"),
        "gateway_fees_vat": pgettext_lazy("account", "VAT on gateway charges"),
        "gateway_losses": pgettext_lazy("account", "Gateway losses"),
        "seller_reserve": pgettext_lazy("account", "Reserves of sellers"),
        "deposits_held": pgettext_lazy("account", "Deposits of buyers"),
        "wallet_clearing": pgettext_lazy("account", "Wallet clearing"),
        "wallet_liability": pgettext_lazy("account", "Buyers’ wallets"),
        "gift_card_liability": pgettext_lazy("account", "Gift cards"),
        "market_promotions": pgettext_lazy("account", "Discounts that the market pays"),
        "goodwill_expense": pgettext_lazy("account", "Goodwill to buyers"),
    },
}
REPORTS: dict[ReportName, tuple[Promise, Promise]] = {
    ReportName.PROFIT: (
        _("Profit and loss"),
        _("What was earned, what it cost, and what is left."),
    ),
    ReportName.BALANCE: (
        _("Balance sheet"),
        _("What there is, whom it is owed to, and what is the owners’."),
    ),
    ReportName.TRIAL: (
        _("Trial balance"),
        _("Every account with its debits, its credits and its balance."),
    ),
    ReportName.VAT: (
        _("VAT return"),
        _("Output and input VAT, in the order of the authority’s form."),
    ),
    ReportName.ZAKAT: (_("Zakat base"), _("An aid for your adviser, not a return.")),
}
"""(its name, what it is for)."""
COLUMNS: dict[str, Promise] = {
    "now": pgettext_lazy("report", "These days"),
    "before": pgettext_lazy("report", "Before"),
    "opening": pgettext_lazy("report", "Opening"),
    "debit": _("Debit"),
    "credit": _("Credit"),
    "closing": pgettext_lazy("report", "Closing"),
    "net": pgettext_lazy("report", "Amount"),
    "adjustment": pgettext_lazy("report", "Adjustment"),
    "tax": _("VAT"),
}
ROWS: dict[str, Promise] = {
    "total": _("Total"),
    "current_assets": pgettext_lazy("report", "Current assets"),
    "fixed_assets": pgettext_lazy("report", "Fixed assets"),
    "current_liabilities": pgettext_lazy("report", "Current liabilities"),
    "long_liabilities": pgettext_lazy("report", "Long-term liabilities"),
    "owners": pgettext_lazy("report", "Equity"),
    "sales": pgettext_lazy("report", "Revenue"),
    "other_income": pgettext_lazy("report", "Other income"),
    "cost_of_sales": pgettext_lazy("report", "Cost of sales"),
    "selling": pgettext_lazy("report", "Selling costs"),
    "running": pgettext_lazy("report", "Running costs"),
    "net_sales": pgettext_lazy("report", "Net sales"),
    "gross_profit": pgettext_lazy("report", "Gross profit"),
    "after_selling": pgettext_lazy("report", "Left after selling costs"),
    "net_profit": pgettext_lazy("report", "Net profit"),
    "assets": pgettext_lazy("report", "Total assets"),
    "claims": pgettext_lazy("report", "Total liabilities and equity"),
    "earlier_profits": pgettext_lazy("report", "Profits of earlier years"),
    "profit_of_year": pgettext_lazy("report", "Profit of this year"),
    "vat_sales": pgettext_lazy("report", "VAT on sales"),
    "vat_purchases": pgettext_lazy("report", "VAT on purchases"),
    "vat_outside": pgettext_lazy("report", "Without a box in the form"),
    "sa_1": pgettext_lazy("report", "Standard rated sales"),
    "sa_2": pgettext_lazy("report", "Sales to citizens whose tax the state bears"),
    "sa_3": pgettext_lazy("report", "Zero rated domestic sales"),
    "sa_4": pgettext_lazy("report", "Exports"),
    "sa_5": pgettext_lazy("report", "Exempt sales"),
    "sa_6": pgettext_lazy("report", "Total sales"),
    "sa_7": pgettext_lazy("report", "Standard rated domestic purchases"),
    "sa_8": pgettext_lazy("report", "Imports, VAT paid at customs"),
    "sa_9": pgettext_lazy("report", "Imports under reverse charge"),
    "sa_10": pgettext_lazy("report", "Zero rated purchases"),
    "sa_11": pgettext_lazy("report", "Exempt purchases"),
    "sa_12": pgettext_lazy("report", "Total purchases"),
    "sa_13": pgettext_lazy("report", "VAT due for the period"),
    "sa_14": pgettext_lazy("report", "Corrections of earlier periods"),
    "sa_15": pgettext_lazy("report", "VAT credit carried forward"),
    "sa_16": pgettext_lazy("report", "Net VAT due"),
    "vat_S": pgettext_lazy("report", "Standard rate"),
    "vat_Z": pgettext_lazy("report", "Zero rate"),
    "vat_E": pgettext_lazy("report", "Exempt"),
    "vat_G": pgettext_lazy("report", "Exports"),
    "vat_AE": pgettext_lazy("report", "Reverse charge: the buyer owes the tax"),
    "vat_O": pgettext_lazy("report", "Outside of VAT"),
    "vat_output": pgettext_lazy("report", "Output VAT"),
    "vat_commission": pgettext_lazy("report", "On the market’s commission"),
    "vat_by_hand": pgettext_lazy("report", "By entries of your own"),
    "vat_input": pgettext_lazy("report", "Input VAT"),
    "vat_due": pgettext_lazy("report", "Net VAT due"),
    "zakat_sources": pgettext_lazy("report", "Sources of money"),
    "owners_funds": pgettext_lazy("report", "Equity accounts"),
    "profits_kept": pgettext_lazy("report", "Profits kept"),
    "long_debts": pgettext_lazy("report", "Long-term debts"),
    "zakat_less": pgettext_lazy("report", "Less"),
    "fixed_net": pgettext_lazy("report", "Fixed assets at book value"),
    "zakat_base": pgettext_lazy("report", "Zakat base"),
    "zakat_due": pgettext_lazy("report", "2.5% for a Hijri year, for these days"),
}
NOTES: dict[str, Promise] = {
    "profit_without_tax": _("Amounts are without VAT: it is owed to the authority, not earned."),
    "vat_from_papers": _(
        "From invoices and credit notes, by the day on which they were given out; purchases from "
        "the market’s commission invoices and from entries of your own."
    ),
    "vat_blank": _(
        "Empty boxes are not known here: fill them from your other papers before you send it."
    ),
    "vat_no_number": _("The store has no VAT number: it owes no return."),
    "zakat_aid": _("A sheet to talk to your adviser with. It is not a zakat return."),
    "zakat_left_out": _(
        "Left out: the lower limit by adjusted profit, provisions, investments, the limit on "
        "debts, and what the regulation of 2024 changed."
    ),
    "zakat_source": _(
        "By the authority’s guideline on the zakat base: fixed assets of the business go off at "
        "their book value; 2.5% for 354 days."
    ),
    "zakat_not_here": _("The rules of zakat are known here for Saudi Arabia only."),
}
KINDS: dict[str, Promise] = {
    "parcel_delivered": pgettext_lazy("entry", "Delivered"),
    "order_delivered": pgettext_lazy("entry", "Delivered"),
    "order_refunded": pgettext_lazy("entry", "Order taken back"),
    "return_refunded": pgettext_lazy("entry", "Return refunded"),
    "return_exchanged": pgettext_lazy("entry", "Return exchanged"),
    "payout": pgettext_lazy("entry", "Paid out"),
    "payout_ordered": pgettext_lazy("entry", "Payout ordered"),
    "payout_failed": pgettext_lazy("entry", "Payout not taken by the bank"),
    "payout_returned": pgettext_lazy("entry", "Payout came back"),
    "refusal_cost": pgettext_lazy("entry", "Way back of a refused parcel"),
    "order_placed": pgettext_lazy("entry", "Order placed"),
    "order_paid": pgettext_lazy("entry", "Order paid"),
    "order_cancelled": pgettext_lazy("entry", "Order called off"),
    "order_exchanged": pgettext_lazy("entry", "Paid by an exchange"),
    "parcel_refused": pgettext_lazy("entry", "Parcel refused"),
    "parcel_given_up": pgettext_lazy("entry", "Units given up"),
    "refund_paid": pgettext_lazy("entry", "Refund paid"),
    "deal_settled": pgettext_lazy("entry", "Deal settled"),
    "cash_remitted": pgettext_lazy("entry", "Cash from a carrier"),
    "cash_written_off": pgettext_lazy("entry", "Cash written off"),
    "carrier_paid_back": pgettext_lazy("entry", "Paid back to a carrier"),
    "order_refused": _("Order not accepted"),
    "price_reduced": _("Price reduced by a decision"),
    "deposit_made": _("Deposit put down"),
    "deposit_used": _("Deposit counted for the order"),
    "deposit_returned": _("Deposit given back"),
    "deposit_forfeited": _("Deposit lost to the seller"),
    "order_credited": _("Order paid from a wallet"),
    "refund_credited": _("Refund into a wallet"),
    "goodwill_given": _("Goodwill of a shop"),
    "debit_note": _("Debit note"),
    "wallet_refund": _("Wallet: refund"),
    "wallet_spent": _("Wallet: spent"),
    "wallet_goodwill": _("Wallet: credit given"),
    "wallet_shop_goodwill": _("Wallet: goodwill of a shop"),
    "wallet_expired": _("Wallet: credit expired"),
    "wallet_gift_card": _("Wallet: gift card redeemed"),
    "gift_card_sold": _("Gift card sold"),
    "gift_card_issued": _("Gift card issued"),
    "gift_card_cancelled": _("Gift card called off"),
    "gift_card_refunded": _("Gift card refunded"),
    "reserve_held": _("Kept back as a reserve"),
    "reserve_released": _("Reserve given back"),
    "reserve_used": _("Reserve used for what was owed"),
    "seller_repaid": _("The seller has paid what he owed"),
    "gateway_settled": _("Settled by the gateway"),
    "gateway_explained": _("A line of the gateway explained"),
    "opening": pgettext_lazy("entry", "First cost told"),
    "received": pgettext_lazy("entry", "Goods received"),
    "revalued": pgettext_lazy("entry", "Cost changed"),
    "counted": pgettext_lazy("entry", "Fewer counted"),
    "handed_over": pgettext_lazy("entry", "Cost of what was delivered"),
    "came_back": pgettext_lazy("entry", "Back on the shelf"),
    "written_off": pgettext_lazy("entry", "Returned goods lost"),
    "by_hand": pgettext_lazy("entry", "By hand"),
    "taken_back": pgettext_lazy("entry", "Taken back"),
}
"""By the kind of an entry."""
BY: dict[MarginBy, Promise] = {
    MarginBy.PRODUCT: _("Products"),
    MarginBy.DEPARTMENT: _("Departments"),
    MarginBy.MONTH: _("Months"),
    MarginBy.ORDER: _("Orders"),
}


def account_name(side: Side, code: str) -> str:
    return str(ACCOUNTS[side].get(code, code))


def kind_name(kind: str) -> str:
    return str(KINDS.get(kind, kind))
