"""What follows from an order's lines and parcels alone."""
