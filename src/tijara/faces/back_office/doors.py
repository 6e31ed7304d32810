"""Which power opens each page of the office: the whole table on one screen.

By the names of the addresses in `urls.py`. What a page lets do asks for its own power besides, in
the action.
"""

from tijara.kit.powers import Power

OPENED_BY = {
    Power.DESK_USE: (
        "view_new", "view_name", "view_query", "view_place", "view_sharing", "view_removal",
        "columns", "texts", "text_removal",
    ),
    Power.ORDERS_OVERSEE: (
        "home", "find", "orders", "order", "sales", "sales_file", "sellers", "seller", "invoices",
        "invoice", "invoice_pdf", "commissions", "commissions_file", "order_notes",
        "order_note_withdrawal", "seller_notes", "seller_note_withdrawal", "orders_batch",
    ),
    Power.RETURNS_HANDLE: ("returns", "return", "return_act", "return_picture"),
    Power.DISPUTES_DECIDE: ("disputes", "dispute", "dispute_decision", "dispute_picture"),
    Power.REVIEWS_DECIDE: ("reviews", "review_decision"),
    Power.ORDERS_REFUND: ("refund",),
    Power.PAYOUTS_RECORD: (
        "payouts", "payout", "iban", "payout_runs", "payout_run", "run_preparation",
        "run_approval", "run_cancellation", "run_file", "run_answers", "transfer_answer",
        "payout_story", "market_reserve", "seller_reserve", "seller_demand", "demand_withdrawal",
        "seller_repayment",
    ),
    Power.PAYMENTS_MANAGE: (
        "payments", "payment", "payment_approval", "receipt", "receipt_rejection", "notices",
        "replay", "refunds", "refunds_batch", "payments_batch", "gateway", "gateway_withdrawal",
        "cash", "cash_lists", "cash_list", "cash_list_columns", "cash_list_booking",
        "cash_list_disposal", "cash_line", "cash_carrier", "cash_claims", "cash_losses",
        "cash_loss", "cash_parcel", "cash_claim_new", "cash_letter", "cash_letter_pdf",
        "cash_letter_csv", "cash_letter_xlsx", "cash_letter_refusal", "cash_letter_again",
        "cash_claim", "cash_proposal", "cash_decision", "cash_phones", "cash_phone",
        "gateway_reports", "gateway_report", "gateway_report_booking", "gateway_report_columns",
        "gateway_report_disposal", "gateway_line", "reconciliation", "clearing_account", "wallets",
        "wallet", "wallet_decision", "gift_cards", "gift_card_end", "points", "points_account",
        "cash_deposits",
        "points_decision",
    ),
    Power.INVOICES_MANAGE: (
        "filings", "filing", "filing_document", "filing_retry", "filing_correction", "tax_unit",
        "tax_unit_withdrawal", "tax_unit_codes",
    ),
    Power.BOOKS_KEEP: (
        "books", "books_report", "books_file", "books_ledger", "books_ledger_file",
        "books_entries", "books_entry_new", "books_entry", "books_reversal", "books_voucher",
        "books_months", "books_closing", "books_asking", "books_decision", "books_exports",
        "books_export", "debit_decision",
    ),
    Power.MARKETS_MANAGE: (
        "flash-sales", "flash_sale", "flash_sale_act", "flash_sale_audit",
        "markets", "market", "market_opening", "market_delivery", "market_way", "market_zone",
        "market_zone_removal", "market_look", "start", "banners", "banner", "banner_new",
        "banner_removal", "market_papers", "market_deals", "market_cash", "market_cash_band",
        "market_cash_band_removal", "market_cash_deposit", "market_cash_deposit_removal",
        "market_returns", "market_returns_band", "market_returns_band_removal",
        "shelf_new", "shelf", "shelf_place", "shelf_removal",
        "shelf_product", "market_commission", "commission_rule", "commission_rule_move",
        "commission_rule_end", "wallet_terms", "market_points", "points_rate", "points_rate_end",
        "points_tiers", "market_groups", "market_group", "group_members", "group_member_removal",
        "group_end", "market_search", "market_word_removal", "market_missed_dismissal",
        "market_asked", "market_learned", "market_steers", "market_steer_removal",
    ),
    Power.PROMOTIONS_MANAGE: (
        "promotions", "promotion", "promotion_kinds", "promotion_new", "promotion_change",
        "promotion_turn",
    ),
    Power.CATALOGUE_MANAGE: (
        "catalogue", "catalogue_product", "catalogue_batch", "brands", "categories", "category",
        "reports", "report", "report_dismissal", "report_decision", "report_letter",
    ),
    Power.SELLERS_MANAGE: (
        "applications", "application", "application_approval", "application_rejection",
        "seller_suspension", "seller_resumption", "applications_batch",
    ),
    Power.ACCOUNTS_MANAGE: ("people", "person_role"),
    Power.AUDIT_READ: ("audit", "acts", "journal", "journal_file"),
    Power.EVENTS_RETRY: (
        "events", "event", "event_retry", "messages", "messages_batch", "jobs", "job_retry",
        "task_run", "health",
    ),
    Power.WEBHOOKS_MANAGE: (
        "webhooks", "webhook_new", "webhook", "webhook_change", "webhook_secret",
        "webhook_switch", "webhook_test", "webhook_removal", "hook_delivery",
        "hook_delivery_replay",
    ),
}  # fmt: skip
POWER_OF = {page: power for power, pages in OPENED_BY.items() for page in pages}
