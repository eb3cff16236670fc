import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    pending = {asyncio.create_task(work(n)) for n in (3, 1, 2)}
    while pending:
        done, pending = await asyncio.wait(
            pending, return_when=asyncio.FIRST_COMPLETED
        )
        print([task.result() for task in done], len(pending))


asyncio.run(main())
