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
        tasks, return_when=asyncio.ALL_COMPLETED
    )
    print("answered:", sorted(task.result() for task in done))
    for task in pending:
        task.cancel()
    print("cancelled:", len(pending))


asyncio.run(main())
