"""What can be done to groups of buyers."""

from .add_members import NoAddresses, add_members
from .drop_member import drop_member
from .end_group import end_group
from .forget_member import forget_member
from .place_in_groups import place_in_groups
from .save_group import GroupInvalid, GroupOver, TooManyGroups, save_group

__all__ = [
    "forget_member",
    "GroupInvalid",
    "GroupOver",
    "NoAddresses",
    "TooManyGroups",
    "add_members",
    "drop_member",
    "end_group",
    "place_in_groups",
    "save_group",
]
