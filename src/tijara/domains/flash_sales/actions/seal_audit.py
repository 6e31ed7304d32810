"""Write the audit of a sale that has ended, once: what anybody is shown later is this file."""

from hashlib import sha256
from typing import Any
from uuid import UUID

import orjson
from django.db import IntegrityError, transaction

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.audit.recorder import record_act

from ..models import Audit
from ..queries import audit_of, sealed_audit
from ..queries import sale as sale_view
from ..shapes import SaleState


@action(power=Power.SYSTEM)
def seal_audit(*, actor: Actor, seller_id: UUID, sale_id: UUID) -> bool:
    """False where it was written before, or the sale has not ended.

    Its hash goes into the operator's chain of acts in the same commit: a file that is signed anew
    later has another one.
    """
    sale = sale_view(seller_id, sale_id)
    if sale is None or sale.state is not SaleState.ENDED or sealed_audit(seller_id, sale_id):
        return False
    content = audit_of(seller_id, sale_id)
    if content is None:
        return False
    digest = sha256(content)
    try:
        with transaction.atomic():
            Audit.objects.create(
                seller_id=seller_id,
                sale_id=sale_id,
                content=content,
                digest=digest.hexdigest(),
                figures=_figures(orjson.loads(content)),
            )
    except IntegrityError:
        return False
    told = {"seller_id": seller_id, "sale_id": sale_id, "digest": digest.digest()}
    record_act(actor, "flash_sales.seal_audit", told)
    return True


def _figures(told: dict[str, Any]) -> dict[str, Any]:
    places = [dict(zip(told["columns"], row, strict=True)) for row in told["places"]]
    return {
        "places": len(places),
        "drawn": sum(one["drawn"] for one in places),
        "called": sum(one["called_at"] is not None for one in places),
        "bought": sum(one["state"] == "bought" for one in places),
        "units": sum(item["units"] for item in told["items"]),
        "sold": sum(item["sold"] for item in told["items"]),
        "items": [[item["units"], item["sold"]] for item in told["items"]],
        "lot": told["lot"],
        "seed": told["seed"],
    }
