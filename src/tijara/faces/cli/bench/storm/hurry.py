"""`…inside storm.hurry`: end the leases of the dead and begin now what the clock begins by itself.

Only for what may be done twice at once: refunds keep their leases.
"""

from contextlib import suppress

from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

TASKS = ("payments.check_attempts", "payments.pay_refunds", "checkout.resume_checkouts")
LEASES = (
    "UPDATE payments_notice SET retry_at = NULL WHERE state = 'waiting'",
    "UPDATE payments_attempt SET check_at = now() WHERE check_at IS NOT NULL",
)


def run() -> None:
    with connection.cursor() as cursor:
        for lease in LEASES:
            cursor.execute(lease)
    for name in TASKS:
        with suppress(AlreadyEnqueued):
            app.tasks[name].defer(timestamp=0)
