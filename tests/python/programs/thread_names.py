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


Worker().start()
Worker(name="mine").start()
threading.Thread(target=lambda: print("in", name())).start()
with ThreadPoolExecutor(1, thread_name_prefix="pool") as pool:
    print(pool.submit(name).result())
asyncio.run(main())
