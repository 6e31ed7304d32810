"""Keep the counters of sign-in tries small, and let sessions go that are over."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import forget_sessions, forget_sign_in_tries


@app.periodic(cron="17 * * * *")
@app.task(name="accounts.forget_sign_in_tries", queueing_lock="accounts.forget_sign_in_tries")
def forget_old_sign_in_tries(timestamp: int) -> None:
    forget_sign_in_tries(actor=SYSTEM)


@app.periodic(cron="53 3 * * *")
@app.task(name="accounts.forget_sessions", queueing_lock="accounts.forget_sessions")
def forget_old_sessions(timestamp: int) -> None:
    forget_sessions(actor=SYSTEM)
