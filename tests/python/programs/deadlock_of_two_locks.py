import asyncio


async def take(name, first, second):
    async with first:
        print(name, "has its first lock")
        await asyncio.sleep(1)
        async with second:
            print("never printed")


async def main():
    fork, knife = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(3):
            await asyncio.gather(
                take("a", fork, knife), take("b", knife, fork)
            )
    except TimeoutError:
        print("stuck; given up at", asyncio.get_running_loop().time())
    print(fork.locked(), knife.locked())


asyncio.run(main())
