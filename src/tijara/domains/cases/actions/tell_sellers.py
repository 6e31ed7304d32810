"""Write to the people of all who sell a product what staff ask of them, or have decided."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.queries import accounts
from tijara.domains.catalogue.queries import edited_product
from tijara.domains.catalogue.shapes import EditedProduct
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.domains.offers.queries import offers_of_product
from tijara.domains.parties.queries import markets_of, members_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Step
from ..shapes import CaseStep, ReportReason

REASONS = {
    ReportReason.COUNTERFEIT: _("it is an imitation of a brand"),
    ReportReason.FORBIDDEN: _("it may not be sold on this market"),
    ReportReason.MISLEADING: _("its words or pictures mislead"),
    ReportReason.UNSAFE: _("it is not safe to use"),
    ReportReason.OFFENSIVE: _("its words or pictures offend"),
    ReportReason.OTHER: "",
}
"""As the letter says it; another reason is told in staff's own words."""


@action(power=Power.MESSAGES_SEND)
def tell_sellers(*, actor: Actor, step_id: UUID) -> None:
    """Once for each person and step. Who has reported it is told to nobody."""
    step = Step.objects.select_related("case").get(id=step_id)
    product = edited_product(step.case.subject_id)
    if product is None:
        return
    sellers = {offer.seller_id for offer in offers_of_product(product.id)}
    sellers |= {product.brought_by} if product.brought_by else set()
    homes = markets_of(sellers)
    for seller_id in sorted(sellers):
        _tell(seller_id, homes.get(seller_id), product, step)


def _tell(seller_id: UUID, market_id: UUID | None, product: EditedProduct, step: Step) -> None:
    for person in accounts(members_of(seller_id)).values():
        if not person.is_active:
            continue
        words = LetterWords(
            kind=f"cases.product_{step.step}",
            to=person.addressee,
            language=person.language,
            template="cases/messages/product.txt",
            facts={
                "is_hidden": step.step == CaseStep.UPHELD,
                "product": product,
                "why": REASONS.get(step.case.reason, ""),
                "words": step.words,
            },
            link_to="hub_product",
            link_facts={"product_id": product.id},
            button=_("Open the product"),
            footer=_("You receive this because you work for this seller on %(site)s."),
            market_id=market_id,
        )
        key = f"{words.kind}:{step.id}:{person.id}"
        write_letter(actor=SYSTEM, owner_id=seller_id, key=key, words=words)
