"""Write to a seller what the market took of his sales in a month: once, with the operator's next
number, and its electronic document where the operator is enrolled."""

from dataclasses import asdict
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.ledger.queries import commissions
from tijara.domains.ledger.shapes import CommissionSum
from tijara.domains.markets.queries import commission_vat_bp, country_profile, market_by_id
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.queries import markets_of
from tijara.domains.parties.shapes import RegisteredAddress
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import CommissionInvoice, CommissionSeries, HeldCommission
from ..queries import filing_faults, issuer_of, last_commission_number, unit_of
from ..rules import Recipient, bounds_of, commission_content, invoice_number
from ..shapes import InvoiceContent, InvoiceKind, Paper
from .file_invoice import PaperHeld, file_invoice

KINDS = (InvoiceKind.COMMISSION, InvoiceKind.COMMISSION_CREDIT)


@action(power=Power.SYSTEM)
def issue_commission_invoice(*, actor: Actor, seller_id: UUID, month: date) -> UUID | None:
    """Its id, or None where nothing was earned. A month in which more went back than was earned
    gets a credit note. The series stays locked until the commit: no gap, whoever races. One that
    would break a rule of the authority is not numbered (`PaperHeld`)."""
    market = market_by_id(markets_of([seller_id])[seller_id])
    zone = country_profile(market.country).time_zone
    series = {kind: _locked(market.id, kind) for kind in KINDS}
    there = CommissionInvoice.objects.filter(owner_id=OPERATOR_ID, seller_id=seller_id, month=month)
    if known := there.values_list("id", flat=True).first():
        return known
    earned = commissions([seller_id], *bounds_of(month, zone)).get(seller_id)
    if earned is None or not earned.net_minor + earned.vat_minor:
        return None
    is_credit = earned.net_minor + earned.vat_minor < 0
    kind = InvoiceKind.COMMISSION_CREDIT if is_credit else InvoiceKind.COMMISSION
    to = _recipient(market, seller_id, is_credit=is_credit)
    content = _content(market, zone, to, month, earned)
    return _write(market, seller_id, month, series[kind], content)


def _recipient(market: MarketPolicy, seller_id: UUID, *, is_credit: bool) -> Recipient:
    """Where he is registered is known of one who is enrolled himself; else there is the line that
    he has declared."""
    unit = unit_of(seller_id)
    facts = asdict(unit.facts) if unit else {}
    parts = {name: facts.get(name, "") for name in asdict(RegisteredAddress())}
    about = last_commission_number(market.id, seller_id) if is_credit else ""
    return Recipient(issuer_of(seller_id), RegisteredAddress(**parts), about)


def _content(
    market: MarketPolicy, zone: str, to: Recipient, month: date, earned: CommissionSum
) -> InvoiceContent:
    today = now().astimezone(ZoneInfo(zone)).date()
    _first, after = bounds_of(month, zone)
    vat_bp = commission_vat_bp(market, after.date() - date.resolution)
    return commission_content(market, zone, to, month, today, earned, vat_bp)


def _write(
    market: MarketPolicy,
    seller_id: UUID,
    month: date,
    series: CommissionSeries,
    content: InvoiceContent,
) -> UUID:
    serial, kind = series.last + 1, InvoiceKind(series.kind)
    number, issued_at = invoice_number(market.invoice_prefix, kind, serial), now()
    faults = filing_faults(Paper(market.id, kind, number, issued_at, content))
    if faults:
        raise PaperHeld(faults)
    CommissionSeries.objects.filter(owner_id=OPERATOR_ID, id=series.id).update(last=serial)
    made = CommissionInvoice.objects.create(
        owner_id=OPERATOR_ID,
        market_id=market.id,
        seller_id=seller_id,
        month=month,
        kind=kind,
        serial=serial,
        number=number,
        issued_at=issued_at,
        currency=content.total.currency,
        total_minor=content.total.minor,
        tax_minor=content.tax.minor,
        content=asdict(content),
    )
    HeldCommission.objects.filter(owner_id=OPERATOR_ID, seller_id=seller_id, month=month).delete()
    if faults is not None:
        file_invoice(actor=SYSTEM, seller_id=market.id, invoice_id=made.id)
    return made.id


def _locked(market_id: UUID, kind: InvoiceKind) -> CommissionSeries:
    row = {"owner_id": OPERATOR_ID, "market_id": market_id, "kind": kind}
    CommissionSeries.objects.bulk_create([CommissionSeries(**row)], ignore_conflicts=True)
    return CommissionSeries.objects.select_for_update(no_key=True).get(**row)
