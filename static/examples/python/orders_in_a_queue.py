# en: Waiters, cooks and a queue
# Two waiters put orders into a queue and two cooks take
# them out; neither side has to know of the other. The queue
# holds 2 orders: when it is full, a waiter waits, and when
# it is empty, a cook does. `join` waits until the last
# order is cooked, at 8.6 s, and the cooks, who would wait
# for ever, are sent home.
# Try: add `"Park"` to the cooks. With three of them all is
# cooked at 7 s.
# ko: 종업원과 요리사 사이의 큐
# 종업원 둘이 주문을 큐에 넣고 요리사 둘이 꺼내므로, 서로를
# 알 필요가 없습니다. 큐에는 주문이 2개까지 들어가서, 가득
# 차면 종업원이 기다리고 비면 요리사가 기다립니다. 마지막
# 요리가 8.6초에 나올 때까지 `join` 메서드로 기다린 다음,
# 언제까지나 주문을 기다릴 요리사들은 퇴근시킵니다.
# 해 보기: 요리사에 `"Park"` 한 명을 더해 보세요. 셋이면
# 7초에 모두 나옵니다.

import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} s: {text}")


async def take_orders(pace, tables, orders):
    for table in tables:
        await asyncio.sleep(pace)
        await orders.put(table)
        say(f"table {table}: ordered")


async def cook(name, orders):
    while True:
        table = await orders.get()
        await asyncio.sleep(2.5)
        say(f"table {table}: cooked by {name}")
        orders.task_done()


async def main():
    orders = asyncio.Queue(maxsize=2)
    names = ("Kim", "Lee")
    cooks = [asyncio.create_task(cook(name, orders)) for name in names]
    await asyncio.gather(
        take_orders(1, ["A1", "A2", "A3"], orders),
        take_orders(1.1, ["B1", "B2", "B3"], orders),
    )
    await orders.join()
    for task in cooks:
        task.cancel()
    say("all served")


asyncio.run(main())
