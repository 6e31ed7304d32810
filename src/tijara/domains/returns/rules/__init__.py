"""What follows from an order, its deliveries and the days alone: docs/algorithms/returns.md."""
