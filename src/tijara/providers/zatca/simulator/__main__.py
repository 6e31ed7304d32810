"""The simulator as a process: `python -m tijara.providers.zatca.simulator --port 20009`."""

import argparse

from tijara.platform.local_server import serve

from .server import Simulator


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--reject", type=int, default=0, help="which real document is rejected")
    options = parser.parse_args()
    simulator = Simulator(options.port)
    simulator.rejects = options.reject
    serve(simulator.server)


if __name__ == "__main__":
    main()
