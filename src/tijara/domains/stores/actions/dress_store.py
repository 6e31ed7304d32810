"""Dress one's own store: the accent of its page, its logo, its cover."""

from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from tijara.kit.accents import read_accent
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.pictures.keeping import drop_picture, keep_picture

from ..models import Store
from ..queries import forget_stores
from ..shapes import StoreLook
from .open_store import StoreHasNoSeller, StoreInvalid


@action(power=Power.STORE_MANAGE, atomic=False)
def dress_store(*, actor: Actor, seller_id: UUID, look: StoreLook) -> None:
    """Pictures are made before the row is written: cut off in between, nothing has changed."""
    accent = read_accent(look.accent) if look.accent else ""
    if accent is None:
        raise StoreInvalid({"accent": "not_a_colour"})
    made = {"logo": "", "cover": ""}
    try:
        for place, content in (("logo", look.logo), ("cover", look.cover)):
            if content:
                made[place] = _keep(seller_id, place, content)
        let_go = _write(seller_id, accent, made, look)
    except Exception:
        for name in made.values():
            drop_picture(name)
        raise
    for name in let_go:
        drop_picture(name)
    forget_stores()


def _keep(seller_id: UUID, place: str, content: BinaryIO) -> str:
    """A refusal says at which of the two places the picture is that can't be taken."""
    try:
        return keep_picture(seller_id, content, is_mark=place == "logo")
    except Refusal as refusal:
        refusal.facts["place"] = place
        raise


@transaction.atomic
def _write(seller_id: UUID, accent: str, made: dict[str, str], look: StoreLook) -> list[str]:
    """The pictures that are shown no more."""
    row = Store.objects.select_for_update().filter(seller_id=seller_id).first()
    if row is None:
        raise StoreHasNoSeller(seller=str(seller_id))
    before = [row.logo, row.cover]
    row.accent = accent
    row.logo = made["logo"] or (row.logo if look.keeps_logo else "")
    row.cover = made["cover"] or (row.cover if look.keeps_cover else "")
    row.save(update_fields=["accent", "logo", "cover"])
    tell_everything()
    return [name for name in before if name not in (row.logo, row.cover)]
