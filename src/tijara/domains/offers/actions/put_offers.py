"""Put a seller's offers, new or on new terms."""

from collections.abc import Sequence
from itertools import batched
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import CHUNK, OffersChanged
from ..rules.prices import CONDITIONS, price_fault
from ..shapes import OfferDraft, PutOffer

PUT = """
    INSERT INTO offer AS o (seller_id, id, variant_id, product_id, stock_id, price_minor,
        was_minor, currency, condition, handling_days, version, is_active, updated_at)
    SELECT %s, *, 1, true, %s FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::uuid[],
        %s::bigint[], %s::bigint[], %s::text[], %s::text[], %s::smallint[])
    ON CONFLICT (seller_id, variant_id, condition) DO UPDATE SET
        price_minor = excluded.price_minor, was_minor = excluded.was_minor,
        currency = excluded.currency, handling_days = excluded.handling_days,
        version = o.version + 1, updated_at = excluded.updated_at
    WHERE (o.price_minor, o.was_minor, o.currency, o.handling_days) IS DISTINCT FROM
        (excluded.price_minor, excluded.was_minor, excluded.currency, excluded.handling_days)
    RETURNING id, variant_id, condition, version
"""
"""The stock that an offer stands on stays, whatever the draft says: its units are counted there."""
STANDING = """
    SELECT o.id, o.variant_id, o.condition
    FROM unnest(%s::uuid[], %s::text[]) AS k (variant_id, condition)
    JOIN offer o ON o.seller_id = %s AND o.variant_id = k.variant_id AND o.condition = k.condition
"""


class OffersInvalid(Invalid):
    """`fields` names the first fault; `variant` is whose it is."""

    code = "offers.invalid"


@action(power=Power.OFFERS_MANAGE)
def put_offers(*, actor: Actor, seller_id: UUID, offers: Sequence[OfferDraft]) -> list[PutOffer]:
    """What became of each draft, in their order. Same terms change nothing, not even the version.

    Four statements at most, whatever the number of offers.
    """
    for draft in offers:
        _check(draft)
    drafts = {(draft.variant_id, draft.condition): draft for draft in offers}
    if not drafts:
        return []
    touched = _put(seller_id, [drafts[key] for key in sorted(drafts)])
    ids = {key: id for key, (id, _) in touched.items()}
    ids |= _find_standing(seller_id, [key for key in drafts if key not in touched])
    product_ids = sorted({drafts[key].product_id for key in touched})
    if facts := [OffersChanged(seller_id, chunk) for chunk in batched(product_ids, CHUNK)]:
        record(seller_id, *facts)
    done = []
    for draft in offers:
        key = (draft.variant_id, draft.condition)
        version = touched[key][1] if key in touched else 0
        done.append(PutOffer(draft.variant_id, ids[key], version == 1, version > 1))
    return done


def _check(draft: OfferDraft) -> None:
    faults = {}
    if fault := price_fault(draft.price, draft.was):
        faults["price"] = fault
    if draft.condition not in CONDITIONS:
        faults["condition"] = "unknown"
    if not 0 <= draft.handling_days <= 60:
        faults["handling_days"] = "out_of_range"
    if faults:
        raise OffersInvalid(faults, variant=str(draft.variant_id))


def _put(seller_id: UUID, drafts: list[OfferDraft]) -> dict[tuple, tuple[UUID, int]]:
    """(id, version) of the offers that were written."""
    rows = [
        (
            new_id(),
            draft.variant_id,
            draft.product_id,
            draft.stock_id,
            draft.price.minor,
            draft.was.minor if draft.was else None,
            draft.price.currency,
            draft.condition,
            draft.handling_days,
        )
        for draft in drafts
    ]
    with connection.cursor() as cursor:
        cursor.execute(PUT, [seller_id, now(), *map(list, zip(*rows, strict=True))])
        return {(variant, held): (id, version) for id, variant, held, version in cursor.fetchall()}


def _find_standing(seller_id: UUID, keys: list[tuple]) -> dict[tuple, UUID]:
    if not keys:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [[key[0] for key in keys], [key[1] for key in keys], seller_id])
        return {(variant, condition): id for id, variant, condition in cursor.fetchall()}
