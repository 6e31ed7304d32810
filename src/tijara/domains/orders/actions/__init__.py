"""What can be done to orders."""

from .bring_order import bring_order
from .cancel_order import NotCancellable, cancel_order
from .change_phone import change_phone
from .change_way_to_pay import change_way_to_pay
from .confirm_order import confirm_order
from .credit_order import credit_order
from .expire_order import expire_order
from .expire_orders import expire_orders
from .forget_recipients import forget_recipients
from .lock_order import lock_order
from .move_order import NoSuchOrder, WrongState, move_order
from .pay_by_exchange import pay_by_exchange
from .place_orders import place_orders
from .record_deposit import record_deposit
from .record_payment import PaymentDiffers, record_payment
from .release_order import release_order
from .remind_shop import NothingWaits, remind_shop
from .sum_sales import sum_sales
from .tell_of_order import tell_of_order
from .undo_sale import undo_sale

__all__ = [
    "NoSuchOrder",
    "NotCancellable",
    "NothingWaits",
    "PaymentDiffers",
    "WrongState",
    "bring_order",
    "cancel_order",
    "change_phone",
    "change_way_to_pay",
    "confirm_order",
    "credit_order",
    "expire_order",
    "expire_orders",
    "forget_recipients",
    "lock_order",
    "move_order",
    "pay_by_exchange",
    "place_orders",
    "record_deposit",
    "record_payment",
    "release_order",
    "remind_shop",
    "sum_sales",
    "tell_of_order",
    "undo_sale",
]
