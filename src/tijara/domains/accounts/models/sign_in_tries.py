from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import connection, models

from tijara.domains.accounts.rules import TryLimit
from tijara.kit.clock import now

COUNT = """
INSERT INTO account_sign_in_tries AS counted (key, tries, since)
SELECT key, 1, %(now)s FROM unnest(%(keys)s::text[]) AS key ORDER BY key
ON CONFLICT (key) DO UPDATE SET (tries, since) = (
       SELECT CASE WHEN counted.since < start THEN 1 ELSE counted.tries + 1 END,
              CASE WHEN counted.since < start THEN %(now)s ELSE counted.since END
         FROM unnest(%(keys)s::text[], %(starts)s::timestamptz[]) AS asked (key, start)
        WHERE asked.key = counted.key)
RETURNING key, tries, since
"""


class TriesQuerySet(models.QuerySet):
    def count_once(self, limits: Iterable[TryLimit]) -> timedelta | None:
        """Count one try against each limit, in one statement; how long to wait if that was one
        too many. Parallel tries queue at the rows, so that they are no way around."""
        moment, asked = now(), {limit.key: limit for limit in limits}
        given = {
            "keys": list(asked),
            "starts": [moment - limit.window for limit in asked.values()],
            "now": moment,
        }
        with connection.cursor() as cursor:
            cursor.execute(COUNT, given)
            waits = [
                since + asked[key].window - moment
                for key, tries, since in cursor.fetchall()
                if tries > asked[key].most * settings.RATE_LIMIT_FACTOR
            ]
        return max(waits, default=None)


class SignInTries(models.Model):
    """How often something was tried of late: a sign-in, a code; by account, address and both."""

    owned_by = "local"

    key = models.CharField(primary_key=True, max_length=64)
    """A hash, so that no e-mail or address is kept here."""
    tries = models.IntegerField(default=0)
    since = models.DateTimeField(default=now)
    objects = TriesQuerySet.as_manager()

    class Meta:
        db_table = "account_sign_in_tries"
        indexes = [models.Index(fields=["since"], name="account_sign_in_tries_since")]
