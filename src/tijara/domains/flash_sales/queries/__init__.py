"""Flash sales, the places in their queues, their audit, and the proofs about them."""

from .audits import AuditBroken, audit_of, public_key, read_audit
from .passes import pass_of, read_pass
from .places import (
    called_place,
    kept_intent,
    place_by_id,
    places_by_id,
    places_of_buyers,
    places_of_person,
    prepared_address,
    unsettled_place,
)
from .proofs import households_proof, items_proof, places_proof, purchases_proof
from .queue import forget_queues, lately_bought, limited_places, queue_of, standing_of
from .sales import (
    PAGE,
    alive_sales,
    forget_sales,
    may_sell,
    recent_sale,
    sale,
    sales_in,
    sales_of_market,
    sales_of_seller,
    sales_waiting,
)
from .sealed import audit_file, sales_to_seal, sealed_audit, sealed_file

__all__ = [
    "PAGE",
    "AuditBroken",
    "alive_sales",
    "audit_file",
    "audit_of",
    "called_place",
    "forget_queues",
    "forget_sales",
    "households_proof",
    "items_proof",
    "kept_intent",
    "lately_bought",
    "limited_places",
    "may_sell",
    "pass_of",
    "place_by_id",
    "places_by_id",
    "places_of_buyers",
    "places_of_person",
    "places_proof",
    "prepared_address",
    "public_key",
    "purchases_proof",
    "queue_of",
    "read_audit",
    "read_pass",
    "recent_sale",
    "sale",
    "sales_in",
    "sales_of_market",
    "sales_of_seller",
    "sales_to_seal",
    "sales_waiting",
    "sealed_audit",
    "sealed_file",
    "standing_of",
    "unsettled_place",
]
