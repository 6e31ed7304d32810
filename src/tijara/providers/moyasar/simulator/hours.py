"""The simulator's clock: it can be told to go behind, for a history that is paid again."""

import time


class Hours:
    behind_seconds = 0.0

    def seconds(self) -> float:
        return time.time() - self.behind_seconds


HOURS = Hours()
