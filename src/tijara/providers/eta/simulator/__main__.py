"""The simulator as a process: `python -m tijara.providers.eta.simulator --port 20010`."""

import argparse
from contextlib import suppress

from .server import Simulator


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    options = parser.parse_args()
    with suppress(KeyboardInterrupt):
        Simulator(options.port).server.serve_forever()


if __name__ == "__main__":
    main()
