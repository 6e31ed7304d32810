"""What can be done about the money of a sale after its delivery."""

from .advance_dispute import advance_dispute
from .advance_due_disputes import advance_due_disputes
from .answer_dispute import answer_dispute
from .choose_process import ProcessInvalid, choose_process
from .decide_dispute import DecisionInvalid, decide_dispute
from .give_back import give_back
from .give_in import give_in
from .move_deal import DealMovedOn, NoSuchDeal, NotInThisDeal, move_deal
from .name_photos import name_photos
from .open_deal import open_deal
from .open_dispute import DisputeInvalid, NoDispute, NotProtected, open_dispute
from .perform_deal import perform_deal
from .settle_deals import settle_deals
from .take_back_deal import take_back_deal
from .tell_of_dispute import tell_of_dispute
from .withdraw_dispute import withdraw_dispute
from .write_word import DisputeWordsInvalid, write_word

__all__ = [
    "DealMovedOn",
    "DecisionInvalid",
    "DisputeInvalid",
    "DisputeWordsInvalid",
    "NoDispute",
    "NoSuchDeal",
    "NotInThisDeal",
    "NotProtected",
    "ProcessInvalid",
    "advance_dispute",
    "advance_due_disputes",
    "answer_dispute",
    "choose_process",
    "decide_dispute",
    "give_back",
    "give_in",
    "move_deal",
    "name_photos",
    "open_deal",
    "open_dispute",
    "perform_deal",
    "settle_deals",
    "take_back_deal",
    "tell_of_dispute",
    "withdraw_dispute",
    "write_word",
]
