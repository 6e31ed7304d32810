"""What is carried, heard and read."""
