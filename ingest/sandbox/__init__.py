"""Reading files apart from the main process, with bounds on time and memory.

A file that hangs, crashes or swallows its reader costs only itself: its worker process is ended,
the file fails with one clear line, and the next file gets a fresh worker.
"""

from ingest.sandbox.pool import Sandbox, read_safely

__all__ = ["Sandbox", "read_safely"]
