"""Who was there, who sent apologies, who belongs, and who signed: with role and body."""

from ingest.people.find import find_people
from ingest.people.names import looks_like_name

__all__ = ["find_people", "looks_like_name"]
