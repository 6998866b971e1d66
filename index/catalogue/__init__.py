"""The catalogue: the SQLite file that holds everything the library knows."""
