import asyncio


async def work():
    print("never printed")


async def main():
    try:
        await asyncio.wait_for(work(), 0)
    except TimeoutError:
        print("no time at all")
    done = asyncio.get_running_loop().create_future()
    done.set_result("there already")
    print(await asyncio.wait_for(done, 0))


asyncio.run(main())
