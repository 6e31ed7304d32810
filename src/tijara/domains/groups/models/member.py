from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import BuyerOwned


class GroupMember(BuyerOwned):
    """A buyer is in a group. Its id is the group's."""

    by = models.CharField(max_length=5)
    joined_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "groups_member"
        indexes = [models.Index(fields=["id", "-joined_at", "buyer_id"], name="groups_member_of")]
