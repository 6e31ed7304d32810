"""Write to buyers whose points come to their last day in two weeks."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.queries import account
from tijara.domains.markets.queries import market_by_id, zone_of
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.domains.parties.queries import addressee_of_buyer, person_of_buyer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import PointsLot
from ..queries import programme_of
from ..rules import NOTICE


@action(power=Power.MESSAGES_SEND, atomic=False)
def tell_of_expiry(*, actor: Actor, limit: int = 500) -> int:
    """How many letters: one for an account, of all its lots that end by then. Once for a lot."""
    soon = PointsLot.objects.filter(
        left__gt=0, is_told=False, expires_at__gt=now(), expires_at__lte=now() + NOTICE
    )
    keys = soon.order_by("buyer_id").values_list("buyer_id", "account_id").distinct()[:limit]
    return sum(_tell(*key) for key in list(keys))


def _tell(buyer_id: UUID, market_id: UUID) -> bool:
    with transaction.atomic():
        lots = PointsLot.objects.select_for_update().filter(
            buyer_id=buyer_id,
            account_id=market_id,
            left__gt=0,
            is_told=False,
            expires_at__gt=now(),
            expires_at__lte=now() + NOTICE,
        )
        found = list(lots.order_by("expires_at", "id"))
        programme = programme_of(market_id)
        if not found or programme is None:
            return False
        PointsLot.objects.filter(buyer_id=buyer_id, id__in=[one.id for one in found]).update(
            is_told=True
        )
        points = sum(one.left for one in found)
        first = found[0]
        _write(buyer_id, market_id, first, points=points, worth=programme.worth(points))
        return True


def _write(buyer_id: UUID, market_id: UUID, first: PointsLot, **facts) -> None:
    person_id, market = person_of_buyer(buyer_id), market_by_id(market_id)
    person = account(person_id) if person_id else None
    zone = zone_of(market.country)
    last_day = first.expires_at.astimezone(zone).date() if first.expires_at else ""
    words = LetterWords(
        kind="loyalty.points_expire",
        to=addressee_of_buyer(buyer_id, email="", phone=""),
        language=person.language if person and person.language else market.languages[0],
        template="loyalty/messages/points_expire.txt",
        facts={"last_day": last_day, **facts},
        link_to="points",
        link_facts={},
        button=_("Open your points"),
        market_id=market_id,
    )
    write_letter(actor=SYSTEM, owner_id=buyer_id, key=f"{words.kind}:{first.id}", words=words)
