"""What stands in the larder."""
