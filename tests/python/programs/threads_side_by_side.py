import threading
import time


def work(name, seconds):
    print(name, "starts")
    time.sleep(seconds)
    print(name, "ends")


start = time.monotonic()
threads = [
    threading.Thread(target=work, args=("slow", 2)),
    threading.Thread(target=work, args=("quick", 1), name="Q"),
]
for thread in threads:
    thread.start()
print(threads[1].name, threads[0].is_alive())
for thread in threads:
    thread.join()
print(threads[0].is_alive(), time.monotonic() - start)
