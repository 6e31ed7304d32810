"""Books at a desk: a seller's own in his hub, the operator's in the office."""
