import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def fetch(name, seconds):
    time.sleep(seconds)
    if name == "bad":
        raise ValueError("bad answer")
    return name


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(fetch, ["a", "b"], [2, 1])))
    futures = {
        pool.submit(fetch, name, seconds): name
        for name, seconds in [("slow", 3), ("bad", 1), ("quick", 0.5)]
    }
    for future in as_completed(futures):
        name = futures[future]
        print(name, future.exception() or future.result())
print(f"{time.perf_counter() - start:.1f} s")
