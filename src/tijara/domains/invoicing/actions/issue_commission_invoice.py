"""Write to a seller what the market took of his sales in a month: once, with the operator's next
number."""

from dataclasses import asdict
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.ledger.queries import commissions
from tijara.domains.markets.queries import country_profile, market_by_id
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import CommissionInvoice, CommissionSeries
from ..queries import issuer_of
from ..rules import bounds_of, commission_content, invoice_number
from ..shapes import InvoiceKind

KINDS = (InvoiceKind.COMMISSION, InvoiceKind.COMMISSION_CREDIT)


@action(power=Power.SYSTEM)
def issue_commission_invoice(*, actor: Actor, seller_id: UUID, month: date) -> UUID | None:
    """Its id, or None where nothing was earned. A month in which more went back than was earned
    gets a credit note. The series stays locked until the commit: no gap, whoever races."""
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
    today = now().astimezone(ZoneInfo(zone)).date()
    content = commission_content(market, zone, issuer_of(seller_id), month, today, earned)
    serial = series[kind].last + 1
    CommissionSeries.objects.filter(owner_id=OPERATOR_ID, id=series[kind].id).update(last=serial)
    made = CommissionInvoice.objects.create(
        owner_id=OPERATOR_ID,
        market_id=market.id,
        seller_id=seller_id,
        month=month,
        kind=kind,
        serial=serial,
        number=invoice_number(market.invoice_prefix, kind, serial),
        currency=earned.currency,
        total_minor=content.total.minor,
        tax_minor=content.tax.minor,
        content=asdict(content),
    )
    return made.id


def _locked(market_id: UUID, kind: InvoiceKind) -> CommissionSeries:
    row = {"owner_id": OPERATOR_ID, "market_id": market_id, "kind": kind}
    CommissionSeries.objects.bulk_create([CommissionSeries(**row)], ignore_conflicts=True)
    return CommissionSeries.objects.select_for_update(no_key=True).get(**row)
