"""Notices and refunds as they come; every minute what nobody told us of, and what is over."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import (
    check_due_attempts,
    drop_withdrawn_keys,
    expire_charges,
    forget_notices,
    pay_refunds,
    process_notices,
)


@pump(rest_seconds=0.5)
def process_waiting_notices() -> int:
    return process_notices(actor=SYSTEM)


@pump(rest_seconds=2.0)
def pay_due_refunds() -> int:
    return pay_refunds(actor=SYSTEM)


@app.periodic(cron="* * * * *")
@app.task(name="payments.check_attempts", queueing_lock="payments.check_attempts")
def check_open_attempts(timestamp: int) -> None:
    check_due_attempts(actor=SYSTEM)


@app.periodic(cron="* * * * *")
@app.task(name="payments.expire_charges", queueing_lock="payments.expire_charges")
def expire_due_charges(timestamp: int) -> None:
    expire_charges(actor=SYSTEM)


@app.periodic(cron="17 3 * * *")
@app.task(name="payments.forget_notices", queueing_lock="payments.forget_notices")
def forget_worthless_notices(timestamp: int) -> None:
    forget_notices(actor=SYSTEM)


@app.periodic(cron="*/10 * * * *")
@app.task(name="payments.drop_withdrawn_keys", queueing_lock="payments.drop_withdrawn_keys")
def drop_keys_that_were_withdrawn(timestamp: int) -> None:
    drop_withdrawn_keys(actor=SYSTEM)
