"""The pages of requests, as HTML."""
