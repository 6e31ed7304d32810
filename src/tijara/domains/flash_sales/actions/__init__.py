"""What can be done with flash sales."""

from .advance_sale import advance_sale
from .advance_sales import advance_sales
from .agree_sale import SaleTermsInvalid, agree_sale
from .bind_place import bind_place
from .buy_places import buy_places
from .clear_places import clear_places
from .end_sale import end_sale
from .forget_places import forget_places
from .give_back import give_back
from .join_queue import CantJoin, TooQuick, join_queue
from .leave_queue import leave_queue
from .prepare_place import NoSuchPlace, prepare_place
from .propose_sale import SaleInvalid, propose_sale
from .seal_audit import seal_audit
from .settle_purchase import settle_purchase
from .tell_of_turn import tell_of_turn
from .turn_sale import NoSuchSale, SaleMovedOn, turn_sale

__all__ = [
    "forget_places",
    "CantJoin",
    "NoSuchPlace",
    "NoSuchSale",
    "SaleInvalid",
    "SaleMovedOn",
    "SaleTermsInvalid",
    "TooQuick",
    "advance_sale",
    "advance_sales",
    "agree_sale",
    "bind_place",
    "buy_places",
    "clear_places",
    "end_sale",
    "give_back",
    "join_queue",
    "leave_queue",
    "prepare_place",
    "propose_sale",
    "seal_audit",
    "settle_purchase",
    "tell_of_turn",
    "turn_sale",
]
