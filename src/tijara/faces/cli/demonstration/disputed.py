"""What a buyer of the demonstration complains about, and what his shop answers."""

from pathlib import Path
from uuid import UUID

from django.contrib.staticfiles.finders import find

from tijara.domains.deals.actions import answer_dispute, choose_process, open_dispute
from tijara.domains.deals.queries import deal_of_order
from tijara.domains.deals.shapes import ProcessKind, TermsDraft
from tijara.domains.returns.shapes import RefundReason
from tijara.kit.actor import SYSTEM, Actor

WORDS = "المقبض يتحرّك منذ اليوم الأول، ولا أثق أن أصبّ بها القهوة. أرى أن يُخصم شيء من الثمن."
SHOWN = "ui/art/dallah-1g.avif"
"""The picture that the shop took of it."""
ANSWER = "فحصنا الدلة قبل الإرسال وكان المقبض ثابتًا. نقترح إرسال مسمار بديل مجانًا."


def choose(market_id: UUID) -> None:
    """How complaints end in this market; again is nothing."""
    draft = TermsDraft(ProcessKind.BY_STAFF, answer_days=3, decide_days=5)
    choose_process(actor=SYSTEM, market_id=market_id, draft=draft)


def complain(buyer: Actor, *, seller_id: UUID, order_id: UUID) -> None:
    deal = deal_of_order(seller_id, order_id)
    if buyer.owner_id is None or deal is None or not deal.may_be_disputed:
        return
    open_dispute(
        actor=buyer,
        buyer_id=buyer.owner_id,
        seller_id=seller_id,
        order_id=order_id,
        reason=RefundReason.FAULTY,
        words=WORDS,
    )


def answer(seller: Actor, *, seller_id: UUID, order_id: UUID) -> None:
    with Path(find(SHOWN)).open("rb") as photo:
        answer_dispute(
            actor=seller, seller_id=seller_id, order_id=order_id, words=ANSWER, photos=[photo]
        )
