"""The ways to pay."""

from dataclasses import dataclass
from enum import StrEnum

from tijara.kit.money import Money


class PaymentMethod(StrEnum):
    CASH_ON_DELIVERY = "cash_on_delivery"


@dataclass(frozen=True, slots=True)
class PaymentOption:
    """`fee` is once for a checkout; `refused_because` is a code when it can't be used now."""

    method: PaymentMethod
    fee: Money
    refused_because: str = ""
