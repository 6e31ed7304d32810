"""Run scheduled jobs and deliver recorded facts, until stopped (part of `tijara up`)."""

from django.conf import settings

from tijara.kit import garbage, nice
from tijara.platform.jobs.worker import work


def run(options) -> None:
    nice.stand_back(settings.WORKER_NICE)
    garbage.settle()
    work()
