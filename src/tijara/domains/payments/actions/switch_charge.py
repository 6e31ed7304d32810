"""Pay another way than was chosen: by transfer what the card would not, or the other way round."""

from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import ChargeSwitched
from ..models import Charge, Receipt
from ..queries import payment_options, time_to_pay
from ..shapes import ChargeState, PaymentMethod, Purpose, ReceiptState, TransferNews
from .start_attempt import ChargeNotOpen
from .tell_of_charge import tell_of_charge
from .upload_receipt import ReceiptWaiting


class WayNotOffered(Refusal):
    """The market does not take it, or not for this amount or purpose."""

    code = "payments.way_not_offered"


@action(power=Power.BUY)
def switch_charge(*, actor: Actor, buyer_id: UUID, charge_id: UUID, method: PaymentMethod) -> None:
    """The amount stays: only between ways that cost the same. Asked again, nothing changes.

    Goods are kept as long as the longer of the two ways gives, counted from when the charge was
    opened: who goes back and forth gains nothing. A gateway's page that is open can still be paid:
    what comes first counts, and says how it was paid.
    """
    rows = Charge.objects.select_for_update(no_key=True)
    charge = rows.filter(buyer_id=buyer_id, id=charge_id).first()
    if charge is None or charge.state != ChargeState.OPEN or charge.due_at <= now():
        raise ChargeNotOpen()
    if charge.purpose != Purpose.ORDERS:
        raise WayNotOffered(method=str(method))
    if charge.method == method:
        return
    waiting = Receipt.objects.filter(
        buyer_id=buyer_id, charge_id=charge_id, state=ReceiptState.WAITING
    )
    if waiting.exists():
        raise ReceiptWaiting()
    market = market_by_id(charge.market_id)
    amount, patience = Money(charge.amount_minor, charge.currency), time_to_pay(market, method)
    options = {one.method: one for one in payment_options(market, amount)}
    offered = options.get(method)
    if offered is None or offered.refused_because or patience is None:
        raise WayNotOffered(method=str(method))
    charge.method, charge.switched_at = method, now()
    charge.due_at = max(charge.due_at, charge.opened_at + patience)
    charge.save(update_fields=["method", "switched_at", "due_at"])
    record(buyer_id, ChargeSwitched(buyer_id, charge_id, charge.checkout_id, method))
    if method is PaymentMethod.BANK_TRANSFER:
        tell_of_charge(actor=SYSTEM, buyer_id=buyer_id, charge_id=charge_id, news=TransferNews.DUE)
