"""Let an applicant in: his seller, his store, and himself as its owner, in one commit."""

from uuid import UUID

from tijara.domains.parties.actions import add_member, declare_identity, open_seller
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Application
from ..queries import identity_of
from .open_store import open_store
from .tell_applicant import tell_applicant


class ApplicationDecided(Refusal):
    """Somebody else has answered it meanwhile."""

    code = "stores.application_decided"


@action(power=Power.SELLERS_MANAGE)
def approve_application(*, actor: Actor, application_id: UUID, slug: str) -> UUID:
    """The new seller's id. `slug` is his store's address, in plain Latin letters."""
    asked = Application.objects.waiting_locked(application_id)
    if asked is None:
        raise ApplicationDecided
    identity = identity_of(asked)
    seller_id = open_seller(
        actor=actor, market_id=asked.market_id, legal_name=identity.legal_name, seller_id=new_id()
    )
    declare_identity(actor=actor, seller_id=seller_id, identity=identity)
    open_store(
        actor=actor,
        seller_id=seller_id,
        slug=slug,
        name_ar=asked.store_name,
        about_ar=asked.about,
        city=asked.city,
    )
    add_member(actor=actor, person_id=asked.person_id, seller_id=seller_id)
    asked.decided_at, asked.decided_by, asked.seller_id = now(), actor.person_id, seller_id
    asked.save(update_fields=["decided_at", "decided_by", "seller_id"])
    tell_applicant(actor=SYSTEM, application=asked)
    return seller_id
