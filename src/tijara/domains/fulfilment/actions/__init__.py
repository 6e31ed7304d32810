"""What can be done to parcels."""

from .record_delivery import record_delivery
from .record_refusal import record_refusal
from .ship_order import ship_order

__all__ = ["record_delivery", "record_refusal", "ship_order"]
