"""The simulator as a process: `python -m tijara.providers.moyasar.simulator --port 20003 …`."""

import argparse
import os
from pathlib import Path

from tijara.platform.local_server import serve

from .server import Simulator


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--address", default="", help="where browsers reach it")
    parser.add_argument("--hook", default="", help="where it tells of payments")
    parser.add_argument("--file", type=Path, help="where it keeps what it knows")
    options = parser.parse_args()
    simulator = Simulator(
        key=os.environ["TIJARA_MOYASAR_SECRET_KEY"],
        token=os.environ["TIJARA_MOYASAR_NOTICE_TOKEN"],
        **vars(options),
    )
    serve(simulator.server)


if __name__ == "__main__":
    main()
