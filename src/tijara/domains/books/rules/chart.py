"""The two charts of accounts, and how an account of the journal is seen from the other side.

Numbers: 1 assets, 2 liabilities, 3 equity, 4 revenue, 5 cost of selling, 6 running. An account
of the journal without a row here fails a test: say where it stands when you add one.
"""

from tijara.domains.ledger.shapes import Account

from ..shapes import ChartRow, Group, Side

RUNNING = (
    ChartRow("rent", 6110, Group.RUNNING),
    ChartRow("salaries", 6120, Group.RUNNING),
    ChartRow("marketing", 6130, Group.RUNNING),
    ChartRow("utilities", 6140, Group.RUNNING),
    ChartRow("shipping", 6150, Group.RUNNING),
    ChartRow("bank_charges", 6160, Group.RUNNING),
    ChartRow("depreciation", 6170, Group.RUNNING),
    ChartRow("other_expenses", 6190, Group.RUNNING),
)
LONG = (
    ChartRow("fixed_assets", 1510, Group.FIXED_ASSETS),
    ChartRow("accumulated_depreciation", 1590, Group.FIXED_ASSETS),
    ChartRow("loans", 2510, Group.LONG_LIABILITIES),
    ChartRow("end_of_service", 2520, Group.LONG_LIABILITIES),
    ChartRow("capital", 3110, Group.OWNERS),
    ChartRow("drawings", 3120, Group.OWNERS),
    ChartRow("opening_balances", 3130, Group.OWNERS),
    ChartRow("retained_earnings", 3900, Group.OWNERS),
)
SELLER = (
    ChartRow("seller_bank", 1110, Group.CURRENT_ASSETS),
    ChartRow("cash_in_hand", 1120, Group.CURRENT_ASSETS),
    ChartRow("due_from_market", 1130, Group.CURRENT_ASSETS, is_manual=False),
    ChartRow("inventory", 1140, Group.CURRENT_ASSETS, is_manual=False),
    ChartRow("input_vat", 1150, Group.CURRENT_ASSETS),
    ChartRow("receivables", 1160, Group.CURRENT_ASSETS),
    ChartRow("prepaid", 1170, Group.CURRENT_ASSETS),
    ChartRow("suppliers", 2110, Group.CURRENT_LIABILITIES),
    ChartRow("goods_received", 2120, Group.CURRENT_LIABILITIES),
    ChartRow("output_vat", 2130, Group.CURRENT_LIABILITIES),
    ChartRow("accrued", 2140, Group.CURRENT_LIABILITIES),
    ChartRow("zakat_payable", 2150, Group.CURRENT_LIABILITIES),
    ChartRow("unclassified", 2990, Group.CURRENT_LIABILITIES, is_manual=False),
    *LONG,
    ChartRow("sales", 4110, Group.SALES, is_manual=False),
    ChartRow("sales_returns", 4190, Group.SALES, is_manual=False),
    ChartRow("other_income", 4910, Group.OTHER_INCOME),
    ChartRow("cost_of_goods", 5110, Group.COST_OF_SALES, is_manual=False),
    ChartRow("returns_lost", 5120, Group.COST_OF_SALES, is_manual=False),
    ChartRow("stock_differences", 5130, Group.COST_OF_SALES, is_manual=False),
    ChartRow("commission", 5210, Group.SELLING, is_manual=False),
    ChartRow("payment_fees", 5220, Group.SELLING, is_manual=False),
    ChartRow("return_carriage", 5230, Group.SELLING, is_manual=False),
    ChartRow("goodwill", 5240, Group.SELLING, is_manual=False),
    ChartRow("extra_points", 5250, Group.SELLING, is_manual=False),
    ChartRow("bad_debts", 5260, Group.SELLING),
    *RUNNING,
    ChartRow("zakat", 6180, Group.RUNNING),
)
OF_JOURNAL = {
    Account.BANK: ChartRow("bank", 1110, Group.CURRENT_ASSETS),
    Account.GATEWAY_RECEIVABLE: ChartRow("gateway_receivable", 1120, Group.CURRENT_ASSETS, False),
    Account.GATEWAY_FEES_VAT: ChartRow("gateway_fees_vat", 1165, Group.CURRENT_ASSETS, False),
    Account.CARRIER_RECEIVABLE: ChartRow("carrier_receivable", 1130, Group.CURRENT_ASSETS, False),
    Account.BUYER_RECEIVABLE: ChartRow("buyer_receivable", 1140, Group.CURRENT_ASSETS, False),
    Account.SELLER_PAYABLE: ChartRow("seller_payable", 2110, Group.CURRENT_LIABILITIES, False),
    Account.SELLER_RESERVE: ChartRow("seller_reserve", 2115, Group.CURRENT_LIABILITIES, False),
    Account.SELLER_HELD: ChartRow("seller_held", 2120, Group.CURRENT_LIABILITIES, False),
    Account.DEPOSITS_HELD: ChartRow("deposits_held", 2125, Group.CURRENT_LIABILITIES, False),
    Account.PAYOUTS_ON_THEIR_WAY: ChartRow(
        "payouts_on_their_way", 2130, Group.CURRENT_LIABILITIES, False
    ),
    Account.BUYER_REFUNDABLE: ChartRow("buyer_refundable", 2140, Group.CURRENT_LIABILITIES, False),
    Account.GATEWAY_PAYABLE: ChartRow("gateway_payable", 2145, Group.CURRENT_LIABILITIES, False),
    Account.WALLET_LIABILITY: ChartRow("wallet_liability", 2146, Group.CURRENT_LIABILITIES, False),
    Account.GIFT_CARD_LIABILITY: ChartRow(
        "gift_card_liability", 2147, Group.CURRENT_LIABILITIES, False
    ),
    Account.POINTS_LIABILITY: ChartRow("points_liability", 2148, Group.CURRENT_LIABILITIES, False),
    Account.POINTS_PROVISION: ChartRow("points_provision", 2149, Group.CURRENT_LIABILITIES, False),
    Account.CARRIER_PAYABLE: ChartRow("carrier_payable", 2150, Group.CURRENT_LIABILITIES, False),
    Account.COMMISSION_VAT: ChartRow("commission_vat", 2160, Group.CURRENT_LIABILITIES),
    Account.EXCHANGE_CLEARING: ChartRow(
        "exchange_clearing", 2170, Group.CURRENT_LIABILITIES, False
    ),
    Account.WALLET_CLEARING: ChartRow("wallet_clearing", 2175, Group.CURRENT_LIABILITIES, False),
    Account.ORDERS_PENDING: ChartRow("orders_pending", 2180, Group.CURRENT_LIABILITIES, False),
    Account.COMMISSION_REVENUE: ChartRow("commission_revenue", 4110, Group.SALES, False),
    Account.PAYMENT_FEE_REVENUE: ChartRow("payment_fee_revenue", 4120, Group.SALES, False),
    Account.POINTS_EXPIRED: ChartRow("points_expired", 4920, Group.OTHER_INCOME, False),
    Account.CARRIER_CHARGES: ChartRow("carrier_charges", 5110, Group.COST_OF_SALES, False),
    Account.GATEWAY_FEES: ChartRow("gateway_fees", 5115, Group.COST_OF_SALES, False),
    Account.CASH_LOSSES: ChartRow("cash_losses", 5120, Group.COST_OF_SALES, False),
    Account.GATEWAY_LOSSES: ChartRow("gateway_losses", 5125, Group.COST_OF_SALES, False),
    Account.MARKET_PROMOTIONS: ChartRow("market_promotions", 5210, Group.SELLING, False),
    Account.GOODWILL_EXPENSE: ChartRow("goodwill_expense", 5220, Group.SELLING, False),
    Account.POINTS_EXPENSE: ChartRow("points_expense", 5225, Group.SELLING, False),
}
"""Where each account of the journal stands in the operator's chart."""
MARKET = (
    *OF_JOURNAL.values(),
    ChartRow("cash_in_hand", 1150, Group.CURRENT_ASSETS),
    ChartRow("input_vat", 1160, Group.CURRENT_ASSETS),
    ChartRow("receivables", 1170, Group.CURRENT_ASSETS),
    ChartRow("prepaid", 1180, Group.CURRENT_ASSETS),
    ChartRow("suppliers", 2190, Group.CURRENT_LIABILITIES),
    ChartRow("accrued", 2195, Group.CURRENT_LIABILITIES),
    ChartRow("zakat_payable", 2197, Group.CURRENT_LIABILITIES),
    *LONG,
    ChartRow("other_income", 4910, Group.OTHER_INCOME),
    *RUNNING,
    ChartRow("zakat", 6180, Group.RUNNING),
)
CHART: dict[Side, tuple[ChartRow, ...]] = {
    side: tuple(sorted(rows, key=lambda row: row.number))
    for side, rows in ((Side.SELLER, SELLER), (Side.MARKET, MARKET))
}
BY_CODE = {side: {row.code: row for row in rows} for side, rows in CHART.items()}
SEEN_BY_SELLER = {
    Account.SELLER_PAYABLE: "due_from_market",
    Account.SELLER_HELD: "due_from_market",
    Account.SELLER_RESERVE: "due_from_market",
    Account.PAYOUTS_ON_THEIR_WAY: "due_from_market",
    Account.COMMISSION_REVENUE: "commission",
    Account.COMMISSION_VAT: "input_vat",
    Account.PAYMENT_FEE_REVENUE: "payment_fees",
}
"""What the operator owes a seller, the seller is owed; what he earns of him, the other pays."""
AGAINST = {
    "parcel_delivered": "sales",
    "order_delivered": "sales",
    "order_refunded": "sales_returns",
    "return_refunded": "sales_returns",
    "return_exchanged": "sales_returns",
    "payout": "seller_bank",
    "payout_returned": "seller_bank",
    "refusal_cost": "return_carriage",
    "carriage_borne": "return_carriage",
    "carriage_charged": "receivables",
    "debit_note_paid": "receivables",
    "price_reduced": "sales_returns",
    "deposit_forfeited": "other_income",
    "deposit_lost": "other_income",
    "loss_paid": "other_income",
    "goodwill_given": "goodwill",
    "points_charged": "extra_points",
    "seller_repaid": "seller_bank",
}
"""By the kind of its journal: what stands in a seller's book against what it did for him."""
UNCLASSIFIED = "unclassified"
