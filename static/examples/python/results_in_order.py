# en: Results in the order of asking
# Three shops are asked for a price at once, and they answer
# after 2 s, 0.5 s and 1 s. `gather` waits for all three and
# gives the results in the order of asking, whoever answers
# first: the first price of the list is always that of
# `North`.
# Try: let `North` answer after 0.1 s. It is now the first
# to answer, and the list of prices stays as it was.
# ko: 결과는 물어본 순서대로
# 가게 세 곳에 한꺼번에 가격을 물으면 각각 2초, 0.5초, 1초
# 만에 답합니다. `gather` 함수는 셋을 모두 기다렸다가, 누가
# 먼저 답했든 결과를 물어본 순서대로 돌려줍니다. 그래서
# 목록의 첫 가격은 언제나 북쪽 가게(`North`)의 가격입니다.
# 해 보기: 북쪽 가게(`North`)가 0.1초 만에 답하게 해 보세요.
# 이제 가장 먼저 답하지만, 가격 목록은 그대로입니다.

import asyncio


async def ask_price(shop, seconds, price):
    await asyncio.sleep(seconds)
    print(f"{shop} has answered")
    return price


async def main():
    prices = await asyncio.gather(
        ask_price("North", 2, 31),
        ask_price("East", 0.5, 28),
        ask_price("South", 1, 35),
    )
    print("prices:", prices)
    print("cheapest:", min(prices))


asyncio.run(main())
