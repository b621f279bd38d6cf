"""Messages of control rooms. Persons, addresses and plates in them are invented."""
