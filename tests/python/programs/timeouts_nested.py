import asyncio


async def attempt(outer, inner):
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(outer) as out:
            try:
                async with asyncio.timeout(inner) as within:
                    await asyncio.sleep(9)
            except TimeoutError:
                print("inner", loop.time() - start)
                await asyncio.sleep(9)
    except TimeoutError:
        print("outer", loop.time() - start)
    print(out.expired(), within.expired())


async def main():
    await attempt(3, 1)
    await attempt(1, 3)


asyncio.run(main())
