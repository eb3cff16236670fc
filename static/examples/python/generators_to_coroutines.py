# en: From yield to await
# A generator stops at each `yield` and goes on when it is
# sent something; `yield from` hands over to another
# generator. A coroutine is built on this: an `await` hands
# its pauses down to the event loop, which goes on with
# others meanwhile. So the 1 s for tea lies within the 2 s
# for soup.
# Try: send 5 in place of 3. The generator remembers the
# sum, and there is 9 to pay.
# ko: yield에서 await까지
# 제너레이터는 `yield` 식에서 멈췄다가 값을 받으면 이어
# 가고, `yield from` 식은 다른 제너레이터에게 일을 넘깁니다.
# 코루틴은 이 원리 위에 만들어져서, `await` 식이 멈출 때마다
# 이벤트 루프로 돌아가고 루프는 그동안 다른 일을 합니다.
# 그래서 차를 기다리는 1초는 수프를 기다리는 2초에 묻힙니다.
# 해 보기: 3 대신 5를 보내 보세요. 제너레이터가 합계를
# 기억해서 낼 돈이 9가 됩니다.

import asyncio


def add_up():
    total = 0
    while (price := (yield total)) is not None:
        total += price
    return total


def till():
    total = yield from add_up()
    print("to pay:", total)


customer = till()
print(next(customer), customer.send(3), customer.send(4))
try:
    customer.send(None)
except StopIteration:
    print("the generator has ended")


async def order(dish, seconds):
    await asyncio.sleep(seconds)
    print(dish, "is served")
    return seconds


async def main():
    times = await asyncio.gather(order("soup", 2), order("tea", 1))
    print("longest wait:", max(times), "s")


asyncio.run(main())
