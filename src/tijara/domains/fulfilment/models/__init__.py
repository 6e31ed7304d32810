from .shipment import Shipment

__all__ = ["Shipment"]
