"""Seal the licence codes anew that an older secret has sealed, and mark them by the new one."""

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.resealing import Resealed, reseal_rows

from ..models import Code
from ..rules import about_code, mark_of


@action(power=Power.SYSTEM, atomic=False)
def reseal_codes(*, actor: Actor) -> Resealed:
    codes = Code.objects.all()
    return reseal_rows(codes, "sealed", lambda row: about_code(row.seller_id, row.id), beside=_mark)


def _mark(row: Code, code: str) -> dict[str, str]:
    """A code that was brought once more since the secret changed has its new mark already: there
    the old one stays."""
    mark = mark_of(row.seller_id, code)
    same = Code.objects.filter(seller_id=row.seller_id, stock_id=row.stock_id, mark=mark)
    return {} if same.exclude(id=row.id).exists() else {"mark": mark}
