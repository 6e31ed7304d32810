"""What on a product's page is one person's alone: that he waits for it, what he found helpful.

Asked only where his cookie says that there is something (`ui/own_pages.py`): whoever has nothing of
his own on a page costs no statement more, and gets the page that all share.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from tijara.domains.accounts.queries import account
from tijara.domains.awaiting.queries import mailbox_of, waits_of
from tijara.domains.awaiting.shapes import WaitView
from tijara.domains.catalogue.shapes import VariantCard
from tijara.domains.reviews.queries import found_helpful
from tijara.domains.reviews.shapes import ReviewView
from tijara.faces.storefront.buyers import known_buyer
from tijara.faces.storefront.here import here
from tijara.ui.own_pages import is_own
from tijara.ui.visitors import is_signed_in


@dataclass(frozen=True, slots=True)
class Own:
    """His wait for the variant that is looked at; those of the page's reviews that he found
    helpful."""

    wait: WaitView | None = None
    helpful: Collection[UUID] = ()

    def __bool__(self) -> bool:
        return bool(self.wait or self.helpful)


NOTHING = Own()


def own_on(request: HttpRequest, variant: VariantCard | None, reviews: Sequence[ReviewView]) -> Own:
    buyer_id = known_buyer(request) if is_own(request.COOKIES, request.path) else None
    if buyer_id is None or not is_signed_in(request):
        return NOTHING
    waits = waits_of(waiters(request, buyer_id), here().id) if variant else []
    mine = (one for one in waits if variant and one.variant_id == variant.id)
    return Own(next(mine, None), found_helpful(buyer_id, reviews))


def waiters(request: HttpRequest, buyer_id: UUID) -> Sequence[UUID]:
    """Whose waits are his: his own, and what was left as a guest at his account’s address."""
    person = account(request.user.pk)
    mine = mailbox_of(person.email) if person and person.email else None
    return [buyer_id, mine[0]] if mine else [buyer_id]
