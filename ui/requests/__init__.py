"""Requests for information behind the pages: the desk, and drafting in the background."""
