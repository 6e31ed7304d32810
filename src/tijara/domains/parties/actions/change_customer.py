"""Say whom one buys for: oneself, a company, a public body."""

from dataclasses import asdict
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Customer
from ..rules import checked_customer
from ..shapes import CustomerPapers


class CustomerInvalid(Invalid):
    code = "parties.customer_invalid"


@action(power=Power.BUY)
def change_customer(*, actor: Actor, buyer_id: UUID, papers: CustomerPapers, country: str) -> None:
    """Numbers are checked by the rules of `country`."""
    tidy, faults = checked_customer(papers, country)
    if faults:
        raise CustomerInvalid(faults)
    Customer.objects.update_or_create(
        buyer_id=buyer_id, defaults=asdict(tidy) | {"changed_at": now()}
    )
