"""Keep the counters of sign-in tries small."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import forget_sign_in_tries


@app.periodic(cron="17 * * * *")
@app.task(name="accounts.forget_sign_in_tries", queueing_lock="accounts.forget_sign_in_tries")
def forget_old_sign_in_tries(timestamp: int) -> None:
    forget_sign_in_tries(actor=SYSTEM)
