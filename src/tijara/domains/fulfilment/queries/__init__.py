"""Parcels, what is delivered without one, and the proofs about both."""

from .digital import digital_parts, download_token, read_download_token
from .door import asks_code, doors, last_attempt, proved_parcels, wishes_for_doors
from .losses import loss, loss_ageing, losses, losses_of_order, losses_waiting
from .parcels import (
    carrier_name,
    carriers_of,
    delivered_share,
    delivered_shares,
    known_carrier,
    open_parcels,
    order_of_shipment,
    shipment_views,
    shipments,
)
from .proofs import codes_proof, journal_proof, losses_proof, parcels_proof
from .units import delivered_lines, lines_of_parcel, units_in, units_left, units_of_share

__all__ = [
    "asks_code",
    "carrier_name",
    "carriers_of",
    "codes_proof",
    "delivered_lines",
    "delivered_share",
    "delivered_shares",
    "digital_parts",
    "doors",
    "download_token",
    "journal_proof",
    "known_carrier",
    "last_attempt",
    "lines_of_parcel",
    "loss",
    "loss_ageing",
    "losses",
    "losses_of_order",
    "losses_proof",
    "losses_waiting",
    "open_parcels",
    "order_of_shipment",
    "parcels_proof",
    "proved_parcels",
    "read_download_token",
    "shipment_views",
    "shipments",
    "units_in",
    "units_left",
    "units_of_share",
    "wishes_for_doors",
]
