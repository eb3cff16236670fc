import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


def name():
    return threading.current_thread().name


class Worker(threading.Thread):
    def run(self):
        print("in", name())


async def main():
    print(name(), threading.current_thread() is threading.main_thread())
    print(await asyncio.to_thread(name))


threads = [Worker(), Worker(name="mine")]
threads.append(threading.Thread(target=lambda: print("in", name())))
for thread in threads:
    thread.start()
    thread.join()
with ThreadPoolExecutor(1, thread_name_prefix="pool") as pool:
    print(pool.submit(name).result())
asyncio.run(main())
