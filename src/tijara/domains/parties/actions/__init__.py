from .add_member import SellerUnknown, add_member
from .adopt_guest import adopt_guest
from .answer_invitation import NoSuchInvitation, answer_invitation
from .change_customer import CustomerInvalid, change_customer
from .change_role import LastOwner, NoSuchMember, change_role
from .declare_identity import IdentityInvalid, declare_identity
from .forget_person import forget_person
from .invite_member import IsMember, TooManyInvitations, invite_member
from .keep_order import keep_order
from .open_customer import open_customer
from .open_seller import SellerInvalid, open_seller
from .remove_address import remove_address
from .remove_member import remove_member
from .resume_seller import NotSuspended, resume_seller
from .save_address import AddressInvalid, BookFull, NoSuchAddress, save_address
from .suspend_seller import (
    NoSuchSeller,
    SuspendedAlready,
    SuspensionInvalid,
    suspend_seller,
)
from .tell_members import tell_members
from .tell_of_webhook import tell_of_webhook
from .withdraw_invitation import withdraw_invitation

__all__ = [
    "AddressInvalid",
    "BookFull",
    "CustomerInvalid",
    "IdentityInvalid",
    "IsMember",
    "LastOwner",
    "NoSuchAddress",
    "NoSuchInvitation",
    "NoSuchMember",
    "NoSuchSeller",
    "NotSuspended",
    "SellerInvalid",
    "SellerUnknown",
    "SuspendedAlready",
    "SuspensionInvalid",
    "TooManyInvitations",
    "add_member",
    "adopt_guest",
    "answer_invitation",
    "change_customer",
    "change_role",
    "declare_identity",
    "forget_person",
    "invite_member",
    "keep_order",
    "open_customer",
    "open_seller",
    "remove_address",
    "remove_member",
    "resume_seller",
    "save_address",
    "suspend_seller",
    "tell_members",
    "tell_of_webhook",
    "withdraw_invitation",
]
