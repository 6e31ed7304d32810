"""Every page, looked at by a machine: accessibility, layout, weight."""
