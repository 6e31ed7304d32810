from .delivery_attempt import DeliveryAttempt
from .door_sign import DoorSign
from .download import Download
from .download_grant import DownloadGrant
from .loss_claim import LossClaim
from .shipment import Shipment
from .shipment_line import ShipmentLine

__all__ = [
    "DeliveryAttempt",
    "DoorSign",
    "Download",
    "DownloadGrant",
    "LossClaim",
    "Shipment",
    "ShipmentLine",
]
