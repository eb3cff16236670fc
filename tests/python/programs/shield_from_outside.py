import asyncio


async def save():
    await asyncio.sleep(2)
    print("saved")
    return "receipt"


async def main():
    saving = asyncio.create_task(save())
    try:
        await asyncio.wait_for(asyncio.shield(saving), timeout=1)
    except TimeoutError:
        print("gave up waiting", saving.done(), saving.cancelled())
    print(await saving)


asyncio.run(main())
