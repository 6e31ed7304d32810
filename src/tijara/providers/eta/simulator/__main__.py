"""The simulator as a process: `python -m tijara.providers.eta.simulator --port 20010`."""

import argparse

from tijara.platform.local_server import serve

from .server import Simulator


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    options = parser.parse_args()
    serve(Simulator(options.port).server)


if __name__ == "__main__":
    main()
