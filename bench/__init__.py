"""What the README says in figures, measured anew: `make bench`."""
