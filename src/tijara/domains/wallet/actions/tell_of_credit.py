"""Write to a buyer that credit has come into his wallet."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.queries import account
from tijara.domains.markets.queries import market_by_id, zone_of
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.domains.parties.queries import addressee_of_buyer, person_of_buyer
from tijara.domains.stores.queries import stores
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Move
from ..shapes import CreditKind


@action(power=Power.MESSAGES_SEND)
def tell_of_credit(*, actor: Actor, buyer_id: UUID, move_id: UUID) -> None:
    """As he wishes to be told. Once."""
    move = Move.objects.get(buyer_id=buyer_id, id=move_id)
    market = market_by_id(move.account_id)
    zone = zone_of(market.country)
    person_id = person_of_buyer(buyer_id)
    person = account(person_id) if person_id else None
    is_shop = move.kind == CreditKind.SHOP_GOODWILL
    words = LetterWords(
        kind="wallet.credit_given",
        to=addressee_of_buyer(buyer_id, email="", phone=""),
        language=person.language if person and person.language else market.languages[0],
        template="wallet/messages/credit_given.txt",
        facts={
            "amount": Money(move.amount, market.currency),
            "store": (stores([move.seller_id]).get(move.seller_id) or "") if is_shop else "",
            "expires": bool(move.expires_at),
            "last_day": move.expires_at.astimezone(zone).date() if move.expires_at else "",
        },
        link_to="wallet",
        link_facts={},
        button=_("Open your wallet"),
        market_id=move.account_id,
    )
    write_letter(actor=SYSTEM, owner_id=buyer_id, key=f"{words.kind}:{move_id}", words=words)
