from .download import Download
from .download_grant import DownloadGrant
from .shipment import Shipment
from .shipment_line import ShipmentLine

__all__ = ["Download", "DownloadGrant", "Shipment", "ShipmentLine"]
