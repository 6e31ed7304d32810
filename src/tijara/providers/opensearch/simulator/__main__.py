"""The simulator as a process: `python -m tijara.providers.opensearch.simulator --port 20020`.

What is written is found half a second later, as the mapping asks of a cluster.
"""

import argparse
import threading
import time

from tijara.platform.local_server import serve

from .server import Simulator

REFRESH_SECONDS = 0.5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--user", default="tijara")
    parser.add_argument("--password", default="")
    options = parser.parse_args()
    simulator = Simulator(options.user, options.password, options.port)
    threading.Thread(target=_refresh, args=[simulator], daemon=True).start()
    serve(simulator.server)


def _refresh(simulator: Simulator) -> None:
    while True:
        time.sleep(REFRESH_SECONDS)
        with simulator.api.book.lock:
            for index in simulator.api.book.indexes.values():
                index.refresh()


if __name__ == "__main__":
    main()
