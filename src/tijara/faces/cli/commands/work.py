"""Run scheduled jobs and deliver recorded facts, until stopped (part of `tijara up`)."""

import gc

from tijara.platform.jobs.worker import work


def run(options) -> None:
    gc.collect()
    gc.freeze()
    work()
