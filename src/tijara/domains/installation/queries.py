"""How far the set-up of this installation has come."""

from tijara.kit.clock import now

from .models import Installation
from .rules import key_fault
from .shapes import SetupState


def setup_state() -> SetupState | None:
    """None: no key was ever given out, so that nobody sets anything up here."""
    row = Installation.objects.first()
    if row is None:
        return None
    return SetupState(
        owner_id=row.owner_id,
        selling=row.selling,
        done=frozenset(row.done),
        put_off=frozenset(row.put_off),
        seller_id=row.seller_id,
        product_id=row.product_id,
        has_key=bool(row.key_digest) and row.key_until is not None and row.key_until > now(),
        is_finished=row.finished_at is not None,
    )


def fault_of_key(key: str) -> str:
    """ "wrong", "over", or nothing: for the page that asks for it, before a form is filled in."""
    row = Installation.objects.first()
    return key_fault(key, row.key_digest, row.key_until, now()) if row else "wrong"
