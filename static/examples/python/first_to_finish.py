# en: The first answer is enough
# Three weather stations are asked the same question, and
# any answer will do. `asyncio.wait` comes back with the
# first one, after 0.9 s. The other two tasks, which would
# have taken 1.5 s and 2.5 s, are cancelled.
# Try: write `ALL_COMPLETED` in place of `FIRST_COMPLETED`.
# Now all three answer, and it takes 2.5 s.
# ko: 답은 하나면 충분하다
# 기상 관측소 세 곳에 같은 것을 묻는데, 답은 어느 곳에서
# 와도 됩니다. `asyncio.wait` 함수는 0.9초 뒤 첫 답이 오는
# 대로 돌아옵니다. 1.5초와 2.5초가 걸렸을 나머지 두 태스크는
# 취소합니다.
# 해 보기: `FIRST_COMPLETED` 대신 `ALL_COMPLETED` 조건을
# 적어 보세요. 이제 세 곳이 모두 답하고, 2.5초가 걸립니다.

import asyncio


async def ask(station, seconds):
    await asyncio.sleep(seconds)
    return station


async def main():
    tasks = [
        asyncio.create_task(ask("harbour", 2.5)),
        asyncio.create_task(ask("airport", 0.9)),
        asyncio.create_task(ask("mountain", 1.5)),
    ]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    print("answered:", sorted(task.result() for task in done))
    for task in pending:
        task.cancel()
    print("cancelled:", len(pending))


asyncio.run(main())
