"""Django's PostgreSQL, whose connections keep their prepared statements."""
