"""Bounds that a worker process sets for itself, where the system has them (not on Windows)."""

import sys

if sys.platform != "win32":
    import resource


def bound_memory(allowance: int) -> None:
    """Let this process take `allowance` bytes more than it has now.

    Address space is what the system can bound; code already mapped does not count against a file.
    """
    if sys.platform == "win32":
        return
    limit = _address_space() + allowance
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def bound_processor_time(seconds: float) -> None:
    """Let this process compute for so many seconds more; after that the system ends it."""
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime + seconds) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))


def without_core_dump() -> None:
    """Leave no memory image behind when a hostile file crashes this process."""
    if sys.platform != "win32":
        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def _address_space() -> int:
    """Bytes of address space in use; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as status:
            pages = int(status.read().split()[0])
    except OSError:
        return 0
    return pages * resource.getpagesize()
