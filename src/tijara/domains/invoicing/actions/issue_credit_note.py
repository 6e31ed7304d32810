"""Take an invoice back, or a part of it: a credit note for each refund of its goods, once."""

from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.orders.actions import NoSuchOrder
from tijara.domains.orders.queries import order as order_view
from tijara.domains.returns.queries import goods_refunds
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import gtins_of, invoices_of_order
from ..rules import (
    credit_lines,
    hijri_of,
    marks_of,
    marks_told,
    sums_of,
    support_of,
    taxes_of,
    without_support,
)
from ..shapes import InvoiceKind
from .issue_invoice import issue_invoice
from .write_invoice import write_invoice


@action(power=Power.SYSTEM)
def issue_credit_note(*, actor: Actor, seller_id: UUID, order_id: UUID, refund_id: UUID) -> UUID:
    """Of an order that was refunded before its invoice was written, that one is written first."""
    order = order_view(seller_id, order_id)
    refunds = {one.id: one for one in goods_refunds(seller_id, order_id)}
    if order is None or refund_id not in refunds:
        raise NoSuchOrder()
    invoice_id = issue_invoice(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    about = next(one for one in invoices_of_order(seller_id, order_id) if one.id == invoice_id)
    today = now().astimezone(ZoneInfo(about.content.time_zone)).date()
    refund, tells = refunds[refund_id], about.content.supported is not None
    if not tells:
        parts, share = without_support(refund.parts, refund.share)
        refund = replace(refund, parts=tuple(parts), share=share)
    marks = marks_of(order, gtins_of(order), about.content.country, about.content.ordered_on)
    marks = marks_told(about.content, marks)
    lines = credit_lines(order, refund, is_taxed=about.is_taxed, marks=marks)
    net, tax, total = sums_of(lines, order.total.currency)
    words = [line.tax_class for line in order.lines if line.tax_class]
    content = replace(
        about.content,
        issued_on=today,
        issued_on_hijri=hijri_of(today),
        about_number=about.number,
        supported=refund.share.support if tells else None,
        supported_tax=support_of(order, refund.parts, refund.share)[0] if tells else None,
        credit=None,
        lines=lines,
        net=net,
        tax=tax,
        total=total,
        taxes=taxes_of(lines, words, about.content.country, about.content.ordered_on),
    )
    return write_invoice(
        actor=SYSTEM,
        seller_id=seller_id,
        kind=InvoiceKind.CREDIT_NOTE,
        order=order,
        content=content,
        refund_id=refund_id,
    )
