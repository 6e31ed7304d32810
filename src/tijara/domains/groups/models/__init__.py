from .group import Group
from .member import GroupMember

__all__ = ["Group", "GroupMember"]
