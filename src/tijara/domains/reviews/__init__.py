"""Reviews: what buyers say of goods that they have received."""
