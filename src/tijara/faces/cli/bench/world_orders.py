"""The rows of a bench's order itself: lines, moves, units, its parcel and the parcel's cash."""

from datetime import datetime, timedelta
from uuid import UUID

from psycopg.types.json import Jsonb

from .world_sale import CASH, DELIVERY, Ids, Sale, Sold, Tables, tax_in

CARRIERS = (("smsa", "سمسا"), ("aramex", "أرامكس"), ("spl", "سبل"))
TIME_TO_PAY = timedelta(days=2)
CARRIER_DAYS = timedelta(days=9)
"""From a delivery until its carrier pays the cash, and until he is late."""


def order_rows(sale: Sale, market, ids: Ids, tables: Tables) -> None:
    tables["orders_order"].append(_order(sale, market, ids))
    for position, sold in enumerate(sale.lines):
        tables["orders_line"].append(_line(sale, position, sold))
        tables["inventory_movement"].append(
            _movement(sale, sold, ("sale", -sold.units, sale.placed_at), ids)
        )
        if sale.state in ("cancelled", "refused"):
            back = _movement(sale, sold, ("restock", sold.units, sale.ended_at), ids)
            tables["inventory_movement"].append(back)
    for move in sale.moves:
        tables["orders_move"].append(_move(sale, *move, ids))
    if sale.parcel_id:
        tables["fulfilment_shipment"].append(_shipment(sale, market.currency))
        tables["fulfilment_line"] += [_in_parcel(sale, sold, ids) for sold in sale.lines]


def _order(sale: Sale, market, ids: Ids) -> dict:
    return {
        "seller_id": sale.seller_id,
        "id": sale.id,
        "number": sale.number,
        "idempotency_key": ids.at(sale.placed_at),
        "buyer_id": sale.buyer.id,
        "checkout_id": sale.checkout_id,
        "market_id": market.id,
        "state": sale.state,
        "placed_at": sale.placed_at,
        "moved_at": sale.ended_at,
        "currency": market.currency,
        "items_minor": sale.items,
        "delivery_minor": DELIVERY,
        "fee_minor": sale.fee,
        "tax_minor": sale.tax,
        "delivery_tax_minor": tax_in(DELIVERY),
        "delivery_category": "S",
        "delivery_bp": 1500,
        "fee_tax_minor": tax_in(sale.fee),
        "fee_category": "S",
        "fee_bp": 1500,
        "total_minor": sale.total,
        "commission_minor": sale.commission,
        "commission_vat_minor": sale.commission_vat,
        "payment_method": sale.method,
        "language": "ar",
        "recipient": sale.buyer.name,
        "phone": sale.buyer.phone,
        "email": "",
        "address": Jsonb({"city": sale.buyer.city, "country": "SA", "fields": {}}),
        "charge_id": sale.charge_id,
        "due_at": sale.placed_at + TIME_TO_PAY if sale.charge_id else None,
        "paid_at": sale.placed_at if sale.is_paid else None,
        "begun_at": sale.moments.get("shipped"),
    }


def _line(sale: Sale, position: int, sold: Sold) -> dict:
    good = sold.good
    return {
        "seller_id": good.seller_id,
        "id": sold.id,
        "order_id": sale.id,
        "position": position,
        "offer_id": good.offer_id,
        "offer_version": 1,
        "stock_id": good.stock_id,
        "variant_id": good.variant_id,
        "product_id": good.product_id,
        "name_ar": good.name_ar,
        "name_en": good.name_en,
        "picture": "",
        "sku": "",
        "quantity": sold.units,
        "list_minor": good.price,
        "unit_minor": good.price,
        "total_minor": sold.total,
        "tax_bp": 1500,
        "tax_minor": sold.tax,
        "net_minor": sold.total - sold.tax,
        "tax_category": "S",
        "commission_minor": sold.commission,
        "commission_vat_minor": sold.commission_vat,
        "kind": "physical",
    }


def _move(sale: Sale, before: str, after: str, at: datetime, ids: Ids) -> dict:
    return {
        "seller_id": sale.seller_id,
        "id": ids.at(at),
        "order_id": sale.id,
        "before": before,
        "after": after,
        "actor_kind": "seller",
        "person_id": None,
        "reason": "out_of_stock" if after == "cancelled" else "",
        "moved_at": at,
    }


def _movement(sale: Sale, sold: Sold, moved: tuple[str, int, datetime], ids: Ids) -> dict:
    kind, quantity, at = moved
    return {
        "seller_id": sale.seller_id,
        "id": ids.at(at),
        "stock_id": sold.good.stock_id,
        "quantity": quantity,
        "kind": kind,
        "reference_id": sale.id,
        "moved_at": at,
    }


def _shipment(sale: Sale, currency: str) -> dict:
    outcome = "refused" if sale.state == "refused" else "delivered" if sale.arrived_at else ""
    return {
        "seller_id": sale.seller_id,
        "id": sale.parcel_id,
        "order_id": sale.id,
        "carrier": CARRIERS[_carrier_of(sale)][1],
        "tracking_number": sale.waybill,
        "shipped_at": sale.moments["shipped"],
        "ended_at": sale.moments.get(outcome) if outcome else None,
        "outcome": outcome,
        "currency": currency,
        "items_minor": sale.items,
        "delivery_minor": DELIVERY,
        "fee_minor": sale.fee,
        "tax_minor": sale.tax,
        "commission_minor": sale.commission,
        "commission_vat_minor": sale.commission_vat,
        "has_charges": True,
    }


def _carrier_of(sale: Sale) -> int:
    """His place among `CARRIERS`."""
    return sale.id.int % len(CARRIERS)


def _in_parcel(sale: Sale, sold: Sold, ids: Ids) -> dict:
    return {
        "seller_id": sale.seller_id,
        "id": ids.at(sale.moments["shipped"]),
        "shipment_id": sale.parcel_id,
        "order_id": sale.id,
        "line_id": sold.id,
        "quantity": sold.units,
    }


def has_cash(sale: Sale) -> bool:
    return sale.method == CASH and sale.parcel_id is not None


def remitted_at(sale: Sale, moment: datetime) -> datetime | None:
    """When its carrier paid its cash: not yet, of what was delivered some days ago."""
    if sale.arrived_at is None or sale.arrived_at + CARRIER_DAYS > moment:
        return None
    return sale.arrived_at + CARRIER_DAYS


def cash_rows(sale: Sale, currency: str, carriers: dict[str, UUID], moment: datetime, ids: Ids,
              tables: Tables) -> None:  # fmt: skip
    """The parcel's cash and its moves; the carrier's list is written by `remittance_rows`."""
    paid_at, arrived = remitted_at(sale, moment), sale.arrived_at
    moves = _cash_moves(sale, paid_at)
    tables["cash_parcel"].append(
        {
            "seller_id": sale.seller_id,
            "id": sale.parcel_id,
            "order_id": sale.id,
            "number": sale.number,
            "number_key": sale.number.replace("-", ""),
            "carrier_id": carriers[CARRIERS[_carrier_of(sale)][0]],
            "waybill": sale.waybill,
            "currency": currency,
            "amount_minor": sale.total,
            "paid_minor": sale.total if paid_at else 0,
            "waiting_minor": 0,
            "share_minor": sale.share,
            "owed_back_minor": 0,
            "state": moves[-1][1] if moves else "with_carrier",
            "opened_at": sale.moments["shipped"],
            "moved_at": moves[-1][2] if moves else sale.moments["shipped"],
            "collected_at": arrived,
            "due_at": arrived + CARRIER_DAYS if arrived else None,
            "is_proved": False,
        }
    )
    tables["cash_move"] += [
        {
            "seller_id": sale.seller_id,
            "id": ids.at(at),
            "parcel_id": sale.parcel_id,
            "before": before,
            "after": after,
            "actor_kind": "staff" if after in ("remitted", "reconciled") else "seller",
            "person_id": None,
            "reason": "",
            "moved_at": at,
        }
        for before, after, at in moves
    ]


def _cash_moves(sale: Sale, paid_at: datetime | None) -> list[tuple[str, str, datetime]]:
    if sale.state == "refused":
        return [("with_carrier", "returned", sale.ended_at)]
    if sale.arrived_at is None:
        return []
    moves = [("with_carrier", "collected", sale.arrived_at)]
    if paid_at:
        closed = paid_at + timedelta(hours=3)
        moves += [("collected", "remitted", paid_at), ("remitted", "reconciled", closed)]
    return moves


def remittance_rows(
    sales: list[Sale], market, carriers: dict[str, UUID], ids: Ids, tables: Tables
) -> list[tuple[Sale, UUID]]:
    """Each carrier's list of what he paid of these parcels; the line of each."""
    told: list[tuple[Sale, UUID]] = []
    for place, (key, name) in enumerate(CARRIERS):
        mine = [sale for sale in sales if _carrier_of(sale) == place]
        if not mine:
            continue
        at = max(sale.ended_at for sale in mine) + CARRIER_DAYS
        remittance = _remittance(carriers[key], name, market, at, ids)
        tables["cash_remittance"].append(remittance)
        for number, sale in enumerate(mine):
            line_id = ids.at(at)
            told.append((sale, line_id))
            tables["cash_remittance_line"].append(_remitted(sale, line_id, remittance, number))
    return told


def _remittance(carrier_id: UUID, name: str, market, at: datetime, ids: Ids) -> dict:
    remittance_id = ids.at(at)
    return {
        "id": remittance_id,
        "carrier_id": carrier_id,
        "market_id": market.id,
        "currency": market.currency,
        "file_id": ids.at(at),
        "file_name": f"{name} {at:%Y-%m-%d}.csv",
        "file_hash": remittance_id.hex * 2,
        "header": Jsonb([]),
        "columns": Jsonb({}),
        "brought_at": at,
        "brought_by": None,
        "bank_reference": f"FT-{remittance_id.hex[:12]}",
        "booked_at": at,
        "booked_by": None,
        "closed_at": at,
    }


def _remitted(sale: Sale, line_id: UUID, remittance: dict, place: int) -> dict:
    return {
        "id": line_id,
        "remittance_id": remittance["id"],
        "carrier_id": remittance["carrier_id"],
        "place": place,
        "mark": line_id.hex * 2,
        "waybill": sale.waybill,
        "amount_minor": sale.total,
        "charge_minor": 0,
        "paid_on": remittance["brought_at"].date(),
        "fault": "",
        "verdict": "paid",
        "debt_minor": sale.total,
        "excess_minor": 0,
        "owed_back_minor": 0,
        "seller_id": sale.seller_id,
        "parcel_id": sale.parcel_id,
        "explained_at": None,
        "explained_by": None,
    }
