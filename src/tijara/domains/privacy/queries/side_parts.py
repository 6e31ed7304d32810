"""What is kept of a person beside what he has bought."""

from collections.abc import Callable
from dataclasses import asdict
from uuid import UUID

from tijara.domains.cases.queries import reports_by
from tijara.domains.cases.shapes import ReportOf
from tijara.domains.catalogue.queries import names_of
from tijara.domains.flash_sales.queries import places_of_person
from tijara.domains.fulfilment.queries import wishes_for_doors
from tijara.domains.groups.queries import joined_groups
from tijara.domains.reviews.queries import helpful_to, reported_by
from tijara.domains.reviews.shapes import ReviewReportView
from tijara.domains.stores.queries import applications_of
from tijara.domains.wallet.queries import gift_cards_to

from .asked import Asked, Rows

Reported = tuple[str, UUID, ReportOf | ReviewReportView]


def _gifts_got(asked: Asked) -> Rows:
    """What was sent; of what is to be a surprise, nothing."""
    for one in gift_cards_to(asked.person.email, asked.buyer_ids):
        yield {
            "amount": one.amount,
            "state": one.state,
            "to_name": one.to_name,
            "to_email": one.to_email,
            "from_name": one.from_name,
            "words_to_you": one.words,
            "sent_at": one.sent_at,
        }


def _doors(asked: Asked) -> Rows:
    numbers = {one.id: one.number for one in asked.orders}
    for one in wishes_for_doors([(order.seller_id, order.id) for order in asked.orders]):
        yield {
            "order": numbers[one.order_id],
            "day": one.day,
            "phone": one.phone,
            "notes": one.note,
        }


def _places(asked: Asked) -> Rows:
    for one in places_of_person(asked.buyer_ids, asked.person.id):
        yield {
            "name": asked.called(one),
            "quantity": one.quantity,
            "state": one.state,
            "joined_at": one.joined_at,
            "order": one.number,
            **(asdict(one.address) if one.address else {}),
        }


def _groups(asked: Asked) -> Rows:
    for group, moment in joined_groups(asked.buyer_ids):
        yield {"name": asked.called(group), "joined_at": moment}


def _reports(asked: Asked) -> Rows:
    """Of products, and of what others wrote about them."""
    told: list[Reported] = [("product", one.product_id, one) for one in reports_by(asked.buyer_ids)]
    told += [("review", product_id, one) for product_id, one in reported_by(asked.buyer_ids)]
    names = names_of({product_id for _, product_id, _ in told})
    for kind, product_id, one in told:
        yield {
            "kind": kind,
            "name": asked.called(names.get(product_id)),
            "reason": one.reason,
            "words": one.words,
            "written_at": one.reported_at,
        }


def _helpful(asked: Asked) -> Rows:
    found = helpful_to(asked.buyer_ids)
    names = names_of({product_id for product_id, _ in found})
    for product_id, moment in found:
        yield {
            "name": asked.called(names.get(product_id)),
            "product_id": product_id,
            "said_at": moment,
        }


def _applications(asked: Asked) -> Rows:
    for one in applications_of(asked.person.id):
        yield {
            "shop": one.draft.store_name,
            "city": one.draft.city,
            **asdict(one.draft.identity),
            "words": one.draft.about,
            "asked_at": one.asked_at,
            "state": one.state,
            "answer": one.reason,
        }


SIDE_PARTS: dict[str, Callable[[Asked], Rows]] = {
    "gifts_got": _gifts_got,
    "doors": _doors,
    "places": _places,
    "groups": _groups,
    "reports": _reports,
    "helpful": _helpful,
    "applications": _applications,
}
