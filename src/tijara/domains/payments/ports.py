"""What takes cards: providers of the entry-point group `tijara.payment_gateways`."""

from collections.abc import Mapping
from typing import Any, ClassVar, Protocol

from tijara.kit.lists import ListForm
from tijara.kit.money import Money

from .shapes import (
    BadNotice,
    Created,
    GatewayPayment,
    GatewaySilent,
    Hint,
    KeysAnswer,
    PaymentRequest,
)


class PaymentGateway(Protocol):
    """A vendor who takes money. `Settings` is a dataclass: what the vendor must be told.

    Asked outside any transaction. It answers instead of raising: silence, errors and refusals are
    GatewaySilent. Amounts come and go as Money; the adapter turns them into what its wire wants,
    and `carries` says which ones it can't.
    """

    Settings: ClassVar[type[Any]]
    pages: tuple[str, ...]
    """Where its payers are sent to, as sources of a Content-Security-Policy."""
    report: ClassVar[ListForm]
    """How its settlement reports are written."""
    test_cards: tuple[str, ...]
    """Numbers that a visitor of a demonstration may pay with; none where money is real."""

    def __init__(self, settings: Any) -> None: ...

    def carries(self, amount: Money) -> bool: ...

    def create(self, request: PaymentRequest) -> Created | GatewaySilent: ...

    def fetch(self, gateway_id: str) -> GatewayPayment | GatewaySilent: ...

    def refund(
        self, gateway_id: str, payment_id: str, amount: Money
    ) -> GatewayPayment | GatewaySilent: ...

    def try_keys(self) -> KeysAnswer:
        """Whether it knows our keys; asks for something that changes nothing."""
        ...

    def read_notice(self, body: bytes, headers: Mapping[str, str]) -> Hint | BadNotice:
        """What the notice points to, if it comes from the vendor. It is believed in nothing else:
        what is true, `fetch` says."""
        ...
