"""Erase what is kept of a person, but what the law makes shops keep. It can't be taken back."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.actions import forget_account
from tijara.domains.accounts.queries import account, ways_in
from tijara.domains.accounts.shapes import AccountCard
from tijara.domains.awaiting.actions import forget_waiter
from tijara.domains.carts.actions import forget_carts
from tijara.domains.cases.actions import forget_reporter
from tijara.domains.checkout.actions import forget_buyer
from tijara.domains.favourites.actions import forget_favourites
from tijara.domains.flash_sales.actions import forget_places
from tijara.domains.fulfilment.actions import forget_doors
from tijara.domains.groups.actions import forget_member
from tijara.domains.messaging.actions import forget_recipient, write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.domains.orders.actions import forget_recipients
from tijara.domains.parties.actions import forget_person
from tijara.domains.parties.queries import buyers_of
from tijara.domains.payments.actions import forget_payer
from tijara.domains.pricing.actions import forget_list_member
from tijara.domains.returns.actions import forget_pickups
from tijara.domains.reviews.actions import forget_author, forget_votes
from tijara.domains.search.actions import forget_searches
from tijara.domains.stores.actions import forget_applicant
from tijara.domains.wallet.actions import forget_giver
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform import files
from tijara.platform.action import action
from tijara.platform.audit.recorder import record_act

from ..models import Closing, DataCopy
from ..queries.hurdles import hurdles_of, orders_of_person
from ..rules import AGAIN

DEVICE = "device"
"""What `ways_in` calls somewhere that he is signed in."""


@action(power=Power.SYSTEM)
def close_account(*, actor: Actor, person_id: UUID) -> bool:
    """Whether it was. One commit: half a person is never forgotten. The row is locked, so that who
    signs in at this moment either comes before and keeps all, or after and finds nobody. What has
    come to stand in the way meanwhile (money came back to his wallet) is asked under the lock, and
    looked at again a day later; who has signed in since he asked for it stays."""
    asked = (
        Closing.objects.select_for_update()
        .filter(person_id=person_id, closed_at=None, due_at__lte=now())
        .first()
    )
    person = account(person_id)
    if asked is None or person is None:
        return False
    if any(one.kind == DEVICE and one.since > asked.asked_at for one in ways_in(person_id)):
        Closing.objects.filter(person_id=person_id).delete()
        return False
    if hurdles_of(person_id):
        Closing.objects.filter(person_id=person_id).update(retry_at=now() + AGAIN)
        return False
    reached = [one for one in (person.email, person.phone) if one]
    _forget_what_he_bought(person_id)
    _forget_what_he_wanted(person)
    forget_person(actor=SYSTEM, person_id=person_id, recipients=reached)
    forget_recipient(actor=SYSTEM, recipients=reached)
    _tell(person, asked)
    forget_account(actor=SYSTEM, person_id=person_id)
    DataCopy.objects.filter(person_id=person_id).delete()
    transaction.on_commit(lambda: files.remove_all(person_id))
    Closing.objects.filter(person_id=person_id).update(closed_at=now(), retry_at=None)
    himself = Actor(ActorKind.BUYER, person_id)
    record_act(himself, "privacy.close_account", {"asked_at": asked.asked_at})
    return True


def _forget_what_he_bought(person_id: UUID) -> None:
    """Who the orders were for; the orders themselves are the books'."""
    keys = [(one.seller_id, one.id) for one in orders_of_person(person_id)]
    for forget in (forget_recipients, forget_doors, forget_pickups):
        forget(actor=SYSTEM, keys=keys)
    buyer_ids = buyers_of(person_id)
    for forget_his in (forget_buyer, forget_payer, forget_author, forget_reporter):
        forget_his(actor=SYSTEM, buyer_ids=buyer_ids)


def _forget_what_he_wanted(person: AccountCard) -> None:
    buyer_ids = buyers_of(person.id)
    ours = (forget_carts, forget_favourites, forget_searches, forget_votes)
    for forget in (*ours, forget_member, forget_list_member):
        forget(actor=SYSTEM, buyer_ids=buyer_ids)
    forget_waiter(actor=SYSTEM, buyer_ids=buyer_ids, email=person.email)
    forget_giver(actor=SYSTEM, buyer_ids=buyer_ids, email=person.email)
    forget_places(actor=SYSTEM, buyer_ids=buyer_ids, person_id=person.id)
    forget_applicant(actor=SYSTEM, person_id=person.id)


def _tell(person: AccountCard, asked: Closing) -> None:
    """The last letter: like any other it is forgotten after ninety days."""
    words = LetterWords(
        kind="privacy.account_closed",
        to=person.addressee,
        language=person.language,
        template="privacy/messages/account_closed.txt",
        facts={},
        link_to="privacy",
        link_facts={},
        button=_("What we keep, and why"),
        market_id=asked.market_id,
    )
    key = f"{words.kind}:{asked.asked_at.timestamp()}"
    write_letter(actor=SYSTEM, owner_id=person.id, key=key, words=words)
