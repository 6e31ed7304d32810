"""What can be done to the cash of parcels."""

from .book_remittance import AlreadyBooked, LinesUnread, NotWhatTheBankShows, book_remittance
from .claim_cash import claim_cash
from .claim_parcels import MOST_PARCELS, ClaimInvalid, NothingToClaim, claim_parcels
from .close_remittance import close_remittance
from .decide_write_off import NotProposed, SameEyes, decide_write_off
from .discard_remittance import discard_remittance
from .explain_line import LineExplained, explain_line
from .follow_deposit import follow_deposit
from .follow_missing import follow_missing
from .follow_parcel import follow_parcel
from .grow_late import grow_late
from .keep_letter import keep_letter
from .keep_lines import ListUnreadable, keep_lines
from .map_columns import ColumnsWrong, map_columns
from .note_refusal import AnswerInvalid, note_refusal
from .propose_write_off import NoOpenClaim, propose_write_off
from .read_remittance import ListKnown, NoSuchCarrier, read_remittance
from .release_share import release_share
from .send_claim import send_claim
from .set_carrier import CarrierInvalid, set_carrier

__all__ = [
    "AlreadyBooked",
    "AnswerInvalid",
    "CarrierInvalid",
    "ClaimInvalid",
    "MOST_PARCELS",
    "ColumnsWrong",
    "LineExplained",
    "LinesUnread",
    "ListKnown",
    "ListUnreadable",
    "NoOpenClaim",
    "NoSuchCarrier",
    "NotProposed",
    "NotWhatTheBankShows",
    "NothingToClaim",
    "SameEyes",
    "book_remittance",
    "claim_cash",
    "claim_parcels",
    "keep_letter",
    "note_refusal",
    "send_claim",
    "close_remittance",
    "decide_write_off",
    "discard_remittance",
    "explain_line",
    "follow_deposit",
    "follow_missing",
    "follow_parcel",
    "grow_late",
    "keep_lines",
    "map_columns",
    "propose_write_off",
    "read_remittance",
    "release_share",
    "set_carrier",
]
