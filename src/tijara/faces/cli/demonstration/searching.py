"""What visitors of the demonstration searched for and opened, what staff made of it, and what a
buyer keeps."""

from uuid import UUID

from django.utils.encoding import iri_to_uri

from tijara.domains.accounts.queries import account_by_email
from tijara.domains.accounts.shapes import DEMONSTRATION_DOMAIN
from tijara.domains.markets.queries import market
from tijara.domains.parties.queries import own_buyers_of
from tijara.domains.search.actions import (
    decide_alias,
    keep_search,
    note_heard,
    place_wordings,
    put_steer,
)
from tijara.domains.search.queries import aliases, shelf, steers, wordings
from tijara.domains.search.rules import phrase
from tijara.domains.search.shapes import (
    Heard,
    HeardKind,
    ProductCard,
    Rhythm,
    SearchToKeep,
    SteerAim,
    SteerKind,
    SteerTerms,
    Wish,
)
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.powers import BUYER_POWERS, STAFF_ROLES

from . import content


def load_searching() -> int:
    """How many things. What is there already is left as it is."""
    told = content.read("searching")
    market_id = market("sa").id
    if not wordings(market_id).items:
        note_heard(actor=SYSTEM, heard=[*_asked(told["asked"]), *_chosen(told["chosen"])])
        while place_wordings(actor=SYSTEM, limit=50):
            pass
    if not steers(market_id, {}):
        for steer in told["steer"]:
            _steer(steer)
    if not aliases(market_id).items:
        for one in told["accepted"]:
            _accept(one)
    for saved in told["saved"]:
        _keep(saved)
    return sum(map(len, told.values()))


def _asked(told: list[dict]) -> list[Heard]:
    return [
        Heard(HeardKind.ASKED, market(some["market"]).id, some["language"], text, mark)
        for some in told
        for text, people, times in some["words"]
        for mark in range(people)
        for _ in range(times)
    ]


def _chosen(told: list[dict]) -> list[Heard]:
    found = []
    for one in told:
        market_id, card = market(one["market"]).id, _first(one)
        found += [
            Heard(HeardKind.CHOSEN, market_id, "ar", one["text"], mark, card.slug)
            for mark in range(one["people"] if card else 0)
            for _ in range(one["times"])
        ]
    return found


def _first(told: dict) -> ProductCard | None:
    found = shelf(market(told["market"]).id, text=told["product"], size=1).items
    return found[0] if found else None


def _staff() -> Actor:
    person = account_by_email(f"market@{DEMONSTRATION_DOMAIN}")
    return Actor(ActorKind.STAFF, person.id if person else None, powers=STAFF_ROLES["admin"])


def _steer(told: dict) -> None:
    card = _first(told) if "product" in told else None
    target = card.slug if card else told.get("target", "")
    if not target:
        return
    terms = SteerTerms(
        SteerKind(told["kind"]),
        told.get("said", ""),
        SteerAim(told.get("aim", "product")),
        target,
        percent=told.get("percent", 0),
    )
    put_steer(
        actor=_staff(),
        market_id=market(told["market"]).id,
        steer_id=content.id_of("steer", told["kind"], told.get("said", ""), target),
        terms=terms,
    )


def _accept(told: dict) -> None:
    card = _first(told)
    if card:
        decide_alias(
            actor=_staff(),
            market_id=market(told["market"]).id,
            product_id=card.product_id,
            text=phrase(told["text"]),
            is_accepted=True,
        )


def _keep(told: dict) -> None:
    person = account_by_email(f"{told['at']}@{DEMONSTRATION_DOMAIN}")
    buyer_id: UUID | None = own_buyers_of([person.id]).get(person.id) if person else None
    if buyer_id is None:
        return
    wish = Wish(market(told["market"]).id, told.get("text", ""), told.get("category", ""))
    keep_search(
        actor=Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS),
        buyer_id=buyer_id,
        search_id=content.id_of("saved", told["at"], told["name"]),
        told=SearchToKeep(
            told["name"], iri_to_uri(told["path"]), wish, "ar", Rhythm(told["rhythm"])
        ),
    )
