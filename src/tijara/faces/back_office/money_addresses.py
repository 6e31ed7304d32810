"""The addresses of payments, refunds, cash, payouts, wallets and electronic invoices."""

from django.urls import path

from tijara.faces.back_office.pages.batches import (
    payments_batch,
    refunds_batch,
)
from tijara.faces.back_office.pages.cash import cash, cash_claim, cash_parcel
from tijara.faces.back_office.pages.cash_claims import cash_claims, cash_decision, cash_proposal
from tijara.faces.back_office.pages.cash_deposits import cash_deposits
from tijara.faces.back_office.pages.cash_letters import (
    CSV,
    XLSX,
    cash_claim_new,
    cash_letter,
    cash_letter_again,
    cash_letter_file,
    cash_letter_pdf,
    cash_letter_refusal,
)
from tijara.faces.back_office.pages.cash_lists import (
    cash_carrier,
    cash_line,
    cash_list,
    cash_list_booking,
    cash_list_columns,
    cash_list_disposal,
    cash_lists,
)
from tijara.faces.back_office.pages.cash_losses import cash_loss, cash_losses
from tijara.faces.back_office.pages.cash_phones import cash_phone, cash_phones
from tijara.faces.back_office.pages.filings import (
    filings,
)
from tijara.faces.back_office.pages.gateway import gateway, gateway_withdrawal
from tijara.faces.back_office.pages.gateway_reports import (
    gateway_line,
    gateway_report,
    gateway_report_booking,
    gateway_report_columns,
    gateway_report_disposal,
    gateway_reports,
)
from tijara.faces.back_office.pages.gift_cards import gift_card_end, gift_cards
from tijara.faces.back_office.pages.invoices import invoices
from tijara.faces.back_office.pages.notices import payment_notices, replay
from tijara.faces.back_office.pages.payment import approval as payment_approval
from tijara.faces.back_office.pages.payment import payment, receipt
from tijara.faces.back_office.pages.payment import rejection as receipt_rejection
from tijara.faces.back_office.pages.payments import payments
from tijara.faces.back_office.pages.payout_run import (
    payout_run,
    run_answers,
    run_approval,
    run_cancellation,
    run_file,
    transfer_answer,
)
from tijara.faces.back_office.pages.payout_runs import payout_runs, run_preparation
from tijara.faces.back_office.pages.payouts import payouts
from tijara.faces.back_office.pages.reconciliation import clearing_account, reconciliation
from tijara.faces.back_office.pages.refunds import payment_refunds
from tijara.faces.back_office.pages.wallet import wallet
from tijara.faces.back_office.pages.wallets import wallet_decision, wallet_terms, wallets

MONEY = [
    path("cash", cash, name="cash"),
    path("cash/lists", cash_lists, name="cash_lists"),
    path("cash/lists/<uuid:remittance_id>", cash_list, name="cash_list"),
    path("cash/lists/<uuid:remittance_id>/columns", cash_list_columns, name="cash_list_columns"),
    path("cash/lists/<uuid:remittance_id>/booking", cash_list_booking, name="cash_list_booking"),
    path("cash/lists/<uuid:remittance_id>/disposal", cash_list_disposal, name="cash_list_disposal"),
    path("cash/lists/<uuid:remittance_id>/lines/<uuid:line_id>", cash_line, name="cash_line"),
    path("cash/carriers/<uuid:carrier_id>", cash_carrier, name="cash_carrier"),
    path("cash/claims", cash_claims, name="cash_claims"),
    path("cash/claims/new", cash_claim_new, name="cash_claim_new"),
    path("cash/letters/<uuid:letter_id>", cash_letter, name="cash_letter"),
    path("cash/letters/<uuid:letter_id>/pdf", cash_letter_pdf, name="cash_letter_pdf"),
    path(
        "cash/letters/<uuid:letter_id>.csv", cash_letter_file, {"form": CSV}, name="cash_letter_csv"
    ),
    path(
        "cash/letters/<uuid:letter_id>.xlsx",
        cash_letter_file,
        {"form": XLSX},
        name="cash_letter_xlsx",
    ),
    path("cash/letters/<uuid:letter_id>/refusal", cash_letter_refusal, name="cash_letter_refusal"),
    path("cash/letters/<uuid:letter_id>/again", cash_letter_again, name="cash_letter_again"),
    path("cash/losses", cash_losses, name="cash_losses"),
    path("cash/losses/<uuid:seller_id>/<uuid:loss_id>", cash_loss, name="cash_loss"),
    path("cash/deposits", cash_deposits, name="cash_deposits"),
    path("cash/parcels/<uuid:seller_id>/<uuid:parcel_id>", cash_parcel, name="cash_parcel"),
    path("cash/parcels/<uuid:seller_id>/<uuid:parcel_id>/claim", cash_claim, name="cash_claim"),
    path(
        "cash/parcels/<uuid:seller_id>/<uuid:parcel_id>/proposal",
        cash_proposal,
        name="cash_proposal",
    ),
    path(
        "cash/parcels/<uuid:seller_id>/<uuid:parcel_id>/decision",
        cash_decision,
        name="cash_decision",
    ),
    path("cash/phones", cash_phones, name="cash_phones"),
    path("cash/phones/<slug:slug>/<uuid:block_id>", cash_phone, name="cash_phone"),
    path("wallets", wallets, name="wallets"),
    path("wallets/<slug:slug>/terms", wallet_terms, name="wallet_terms"),
    path("wallets/<slug:slug>/<uuid:buyer_id>", wallet, name="wallet"),
    path(
        "wallets/<slug:slug>/<uuid:buyer_id>/grants/<uuid:grant_id>",
        wallet_decision,
        name="wallet_decision",
    ),
    path("gift-cards", gift_cards, name="gift_cards"),
    path("gift-cards/<slug:slug>/<uuid:card_id>/end", gift_card_end, name="gift_card_end"),
    path("payouts", payouts, name="payouts"),
    path("payout-runs", payout_runs, name="payout_runs"),
    path("payout-runs/<uuid:run_id>", payout_run, name="payout_run"),
    path("payout-runs/<uuid:run_id>/preparation", run_preparation, name="run_preparation"),
    path("payout-runs/<uuid:run_id>/approval", run_approval, name="run_approval"),
    path("payout-runs/<uuid:run_id>/cancellation", run_cancellation, name="run_cancellation"),
    path("payout-runs/<uuid:run_id>/file", run_file, name="run_file"),
    path("payout-runs/<uuid:run_id>/answers", run_answers, name="run_answers"),
    path(
        "payout-runs/<uuid:run_id>/sellers/<uuid:seller_id>/<uuid:transfer_id>",
        transfer_answer,
        name="transfer_answer",
    ),
    path("reconciliation", reconciliation, name="reconciliation"),
    path(
        "reconciliation/<slug:account>/<slug:currency>", clearing_account, name="clearing_account"
    ),
    path("invoices", invoices, name="invoices"),
    path("filings", filings, name="filings"),
    path("payments", payments, name="payments"),
    path("payments/batch", payments_batch, name="payments_batch"),
    path("payments/gateway", gateway, name="gateway"),
    path("payments/gateway/withdrawal", gateway_withdrawal, name="gateway_withdrawal"),
    path("payments/reports", gateway_reports, name="gateway_reports"),
    path("payments/reports/<uuid:report_id>", gateway_report, name="gateway_report"),
    path(
        "payments/reports/<uuid:report_id>/booking",
        gateway_report_booking,
        name="gateway_report_booking",
    ),
    path(
        "payments/reports/<uuid:report_id>/columns",
        gateway_report_columns,
        name="gateway_report_columns",
    ),
    path(
        "payments/reports/<uuid:report_id>/disposal",
        gateway_report_disposal,
        name="gateway_report_disposal",
    ),
    path(
        "payments/reports/<uuid:report_id>/lines/<uuid:line_id>", gateway_line, name="gateway_line"
    ),
    path("payments/<uuid:charge_id>", payment, name="payment"),
    path("payments/<uuid:charge_id>/approval", payment_approval, name="payment_approval"),
    path("payments/<uuid:charge_id>/receipts/<uuid:receipt_id>", receipt, name="receipt"),
    path(
        "payments/<uuid:charge_id>/receipts/<uuid:receipt_id>/rejection",
        receipt_rejection,
        name="receipt_rejection",
    ),
    path("notices", payment_notices, name="notices"),
    path("notices/<uuid:notice_id>/replay", replay, name="replay"),
    path("refunds", payment_refunds, name="refunds"),
    path("refunds/batch", refunds_batch, name="refunds_batch"),
]
