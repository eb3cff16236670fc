"""A pool of processes, modelled as one of threads is: each job waits, and none computes."""

import os

from concurrent.futures import _base
from concurrent.futures.thread import ThreadPoolExecutor

BrokenProcessPool = _base.BrokenExecutor


class ProcessPoolExecutor(ThreadPoolExecutor):
    """Runs jobs in `max_workers` processes."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), **options):
        if max_workers is None:
            max_workers = os.cpu_count()
        super().__init__(max_workers, "ProcessPoolExecutor", initializer, initargs)
