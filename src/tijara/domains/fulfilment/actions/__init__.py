"""What can be done to parcels, and to what is delivered without one."""

from .advance_order import advance_order
from .answer_loss import AnswerToLossInvalid, LossAnswered, LossUnknown, answer_loss
from .check_delivery_code import NoMoreTries, WrongDeliveryCode, check_delivery_code
from .correct_tracking import correct_tracking
from .deliver_digital import deliver_digital
from .end_parcel import NoSuchParcel, ParcelEnded, end_parcel
from .forget_doors import forget_doors
from .give_up_units import give_up_units
from .note_carriers_answer import note_carriers_answer
from .open_parcel import MoreThanLeft, NothingLeft, open_parcel
from .pack_order import pack_order
from .record_attempt import AttemptInvalid, record_attempt
from .record_delivery import record_delivery
from .record_loss import LossInvalid, NothingToSendAgain, record_loss
from .record_refusal import record_refusal
from .renew_downloads import RenewedTooOften, renew_downloads
from .settle_loss import settle_loss
from .ship_order import ship_order
from .show_codes import NotYoursAnyMore, show_codes
from .take_download import LinkIsOver, NoSuchDownload, take_download
from .tell_delivery_code import tell_delivery_code
from .tell_of_parcel import tell_of_parcel
from .wish_delivery import WishInvalid, wish_delivery

__all__ = [
    "forget_doors",
    "AnswerToLossInvalid",
    "AttemptInvalid",
    "LinkIsOver",
    "LossAnswered",
    "LossInvalid",
    "LossUnknown",
    "MoreThanLeft",
    "NoMoreTries",
    "NoSuchDownload",
    "NoSuchParcel",
    "NotYoursAnyMore",
    "NothingLeft",
    "NothingToSendAgain",
    "ParcelEnded",
    "RenewedTooOften",
    "WishInvalid",
    "WrongDeliveryCode",
    "advance_order",
    "answer_loss",
    "check_delivery_code",
    "correct_tracking",
    "deliver_digital",
    "end_parcel",
    "give_up_units",
    "note_carriers_answer",
    "open_parcel",
    "pack_order",
    "record_attempt",
    "record_delivery",
    "record_loss",
    "record_refusal",
    "renew_downloads",
    "settle_loss",
    "ship_order",
    "show_codes",
    "take_download",
    "tell_delivery_code",
    "tell_of_parcel",
    "wish_delivery",
]
