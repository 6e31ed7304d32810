"""What can be done to parcels, and to what is delivered without one."""

from .advance_order import advance_order
from .check_delivery_code import NoMoreTries, WrongDeliveryCode, check_delivery_code
from .correct_tracking import correct_tracking
from .deliver_digital import deliver_digital
from .end_parcel import NoSuchParcel, ParcelEnded, end_parcel
from .give_up_units import give_up_units
from .open_parcel import MoreThanLeft, NothingLeft, open_parcel
from .pack_order import pack_order
from .record_attempt import AttemptInvalid, record_attempt
from .record_delivery import record_delivery
from .record_refusal import record_refusal
from .renew_downloads import RenewedTooOften, renew_downloads
from .ship_order import ship_order
from .show_codes import NotYoursAnyMore, show_codes
from .take_download import LinkIsOver, NoSuchDownload, take_download
from .tell_delivery_code import tell_delivery_code
from .tell_of_parcel import tell_of_parcel
from .wish_delivery import WishInvalid, wish_delivery

__all__ = [
    "AttemptInvalid",
    "LinkIsOver",
    "MoreThanLeft",
    "NoMoreTries",
    "NoSuchDownload",
    "NoSuchParcel",
    "NotYoursAnyMore",
    "NothingLeft",
    "ParcelEnded",
    "RenewedTooOften",
    "WishInvalid",
    "WrongDeliveryCode",
    "advance_order",
    "check_delivery_code",
    "correct_tracking",
    "deliver_digital",
    "end_parcel",
    "give_up_units",
    "open_parcel",
    "pack_order",
    "record_attempt",
    "record_delivery",
    "record_refusal",
    "renew_downloads",
    "ship_order",
    "show_codes",
    "take_download",
    "tell_delivery_code",
    "tell_of_parcel",
    "wish_delivery",
]
