# en: The forgotten await
# To call `pay` is not to run it: it makes a coroutine,
# which runs only when it is awaited. Nobody awaits it here,
# so nothing is paid, the program is done after 0 s, and
# Python warns that the coroutine was never awaited.
# Try: write `await pay(30)`. It is paid after 1 s, and what
# comes back is a string, the receipt.
# ko: 잊어버린 await
# `pay` 함수를 호출해도 실행되지는 않습니다. 코루틴이
# 만들어질 뿐이고, 코루틴은 `await` 식으로 기다려야
# 실행됩니다. 여기서는 아무도 기다리지 않으므로 돈이 나가지
# 않은 채 0초에 끝나고, 파이썬은 코루틴을 기다리지 않았다고
# 경고합니다.
# 해 보기: `await pay(30)` 식으로 고쳐 보세요. 1초 뒤에 돈이
# 나가고, 돌아오는 값은 문자열(영수증)입니다.

import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} s: {text}")


async def pay(amount):
    await asyncio.sleep(1)
    say(f"paid {amount}")
    return "receipt 1"


async def main():
    receipt = pay(30)
    say(f"came back: {type(receipt).__name__}")
    say("done")


asyncio.run(main())
