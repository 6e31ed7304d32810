from .retry_job import NoSuchJob, retry_job
from .run_task import NoSuchTask, WaitsAlready, run_task

__all__ = ["NoSuchJob", "NoSuchTask", "WaitsAlready", "retry_job", "run_task"]
