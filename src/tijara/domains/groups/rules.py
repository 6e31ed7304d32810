"""What may be written down as a group, and which addresses a list names."""

import re

from .shapes import GroupDraft, GroupRule

LONGEST_NAME = 60
MOST_ADDRESSES = 2000
BETWEEN = re.compile(r"[\s,;<>\"'،؛]+")
"""What stands between addresses that are pasted from a letter or a table."""
EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s.]{2,}")


def group_faults(draft: GroupDraft) -> dict[str, str]:
    faults = {}
    if not draft.name_ar:
        faults["name_ar"] = "required"
    for name in ("name_ar", "name_en", "name_fr"):
        if len(getattr(draft, name)) > LONGEST_NAME:
            faults[name] = "too_long"
    if draft.rule not in list(GroupRule):
        faults["rule"] = "unknown"
    return faults


def addresses_in(text: str) -> list[str]:
    """Each once, in the order of the list, as they are compared."""
    words = (word.lower() for word in BETWEEN.split(text))
    return list(dict.fromkeys(word for word in words if EMAIL.fullmatch(word)))
