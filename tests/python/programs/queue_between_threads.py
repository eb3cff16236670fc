import queue
import threading
import time


def producer(items):
    for number in range(3):
        time.sleep(0.5)
        items.put(number)
    items.put(None)


items = queue.Queue()
thread = threading.Thread(target=producer, args=(items,))
thread.start()
thread.join()
while (item := items.get()) is not None:
    print("got", item)
try:
    items.get_nowait()
except queue.Empty:
    print("empty", items.qsize())
