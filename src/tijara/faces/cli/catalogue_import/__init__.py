"""What `tijara import catalogue` needs beside the action: a store, words."""
