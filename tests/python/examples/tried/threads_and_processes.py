import time
from multiprocessing import Process
from threading import Thread


def work(name, seconds):
    time.sleep(seconds)
    print(f"{name}: done after {seconds} s", flush=True)


def run_two(kind, name):
    workers = [
        kind(target=work, args=(f"{name} A", 2)),
        kind(target=work, args=(f"{name} B", 1)),
    ]
    for worker in workers:
        worker.start()
        worker.join()
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    start = time.perf_counter()
    run_two(Thread, "thread")
    run_two(Process, "process")
    print(f"in all: {time.perf_counter() - start:.0f} s")
