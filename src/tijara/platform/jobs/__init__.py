"""Work that nobody waits for: scheduled jobs (procrastinate) and pumps, in one worker process.

A domain's `jobs.py` declares them; it is found by its name. A job is

    @app.periodic(cron="* * * * *")
    @app.task(name="inventory.sweep_holds", queueing_lock="inventory.sweep_holds")
    def sweep_expired_holds(timestamp: int) -> None: ...

with `app` of `procrastinate.contrib.django`. A pump is called again and again (see `pumps`).
"""
