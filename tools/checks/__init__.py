"""What the linters can't see. Each module: `faults(house) -> Iterator[Fault]`."""
