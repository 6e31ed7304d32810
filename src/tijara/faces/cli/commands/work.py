"""Run scheduled jobs and deliver recorded facts, until stopped (part of `tijara up`)."""

from tijara.kit import garbage
from tijara.platform.jobs.worker import work


def run(options) -> None:
    garbage.settle()
    work()
