"""What people at their desks have kept: named lists, texts, notes beside orders, webhooks, and what
words mean in the search."""

from urllib.parse import parse_qsl, urlencode

from django.db import transaction

from tijara.domains.accounts.queries import account_by_email
from tijara.domains.accounts.shapes import DEMONSTRATION_DOMAIN
from tijara.domains.markets.queries import market
from tijara.domains.orders.queries import orders_of_seller
from tijara.domains.search.actions import note_missed, write_synonym
from tijara.domains.search.queries import missed, synonyms
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import SELLER_ROLES, STAFF_ROLES
from tijara.platform.desks.actions import keep_text, keep_view, share_view, write_note
from tijara.platform.desks.queries import saved_view
from tijara.platform.webhooks.actions import add_endpoint, switch_endpoint, try_endpoint
from tijara.platform.webhooks.queries import endpoint

from . import content

OPERATOR = "market"


def load_desks() -> int:
    """How many things lie on the desks. What is there is left as somebody has it now."""
    told = content.read("desks")
    for view in told["view"]:
        _name_list(view)
    for note in told["note"]:
        _note(note)
    for text in told["text"]:
        keep_text(actor=_sits(text["at"]), of_act=text["act"], text=text["text"])
    for webhook in told["webhook"]:
        _listen(webhook)
    for searched in told["searched"]:
        _search_in_vain(searched)
    for word in told["word"]:
        _say_what_it_means(word)
    return sum(map(len, told.values()))


def _sits(at: str) -> Actor:
    person = account_by_email(f"{at}@{DEMONSTRATION_DOMAIN}")
    person_id = person.id if person else None
    if at == OPERATOR:
        return Actor(ActorKind.STAFF, person_id, powers=STAFF_ROLES["admin"])
    return Actor(ActorKind.SELLER, person_id, content.id_of("seller", at), SELLER_ROLES["owner"])


def _name_list(told: dict) -> None:
    actor, view_id = _sits(told["at"]), content.id_of("view", told["at"], told["name"])
    if saved_view(actor, view_id):
        return
    asked = urlencode(parse_qsl(told["query"]))
    keep_view(
        actor=actor,
        view_id=view_id,
        table=told["list"],
        name=told["name"],
        query=asked,
        columns=None,
    )
    share_view(actor=actor, view_id=view_id, is_shared=told["shared"])


def _note(told: dict) -> None:
    """Beside the latest order of the store."""
    actor, seller_id = _sits(told["at"]), content.id_of("seller", told["at"])
    for row in orders_of_seller(seller_id, size=1).items:
        note_id = content.id_of("note", told["at"])
        write_note(actor=actor, note_id=note_id, about_id=row.id, text=told["text"])


def _listen(told: dict) -> None:
    """It waits to be switched on: a demonstration sends nothing to addresses that are invented."""
    actor, endpoint_id = _sits(told["at"]), content.id_of("webhook", told["at"])
    owner_id = actor.owner_id or OPERATOR_ID
    if endpoint(owner_id, endpoint_id):
        return
    where = {"actor": actor, "owner_id": owner_id, "endpoint_id": endpoint_id}
    with transaction.atomic():
        add_endpoint(**where, url=told["url"], note=told["note"], types=told["types"])
        try_endpoint(**where)
        switch_endpoint(**where, is_active=False)


def _search_in_vain(told: dict) -> None:
    market_id = market(told["market"]).id
    if told["text"] in {row.said for row in missed(market_id, size=100).items}:
        return
    for _ in range(told["times"]):
        note_missed(
            actor=SYSTEM, market_id=market_id, text=told["text"], shown=told.get("shown", "")
        )


def _say_what_it_means(told: dict) -> None:
    market_id = market(told["market"]).id
    if told["typed"] not in {row.said for row in synonyms(market_id, size=500).items}:
        write_synonym(
            actor=_sits(OPERATOR), market_id=market_id, typed=told["typed"], meant=told["meant"]
        )
