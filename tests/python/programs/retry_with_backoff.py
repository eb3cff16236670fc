import asyncio


class Flaky:
    def __init__(self, failures):
        self.failures = failures

    async def call(self):
        await asyncio.sleep(0.1)
        if self.failures:
            self.failures -= 1
            raise ConnectionError("try again")
        return "answer"


async def retry(call, attempts, delay):
    for attempt in range(1, attempts + 1):
        try:
            return await call()
        except ConnectionError as error:
            print(f"{asyncio.get_running_loop().time():.1f} s: {error}")
            if attempt == attempts:
                raise
            await asyncio.sleep(delay)
            delay *= 2


async def main():
    print(await retry(Flaky(2).call, 4, 0.5))
    await retry(Flaky(9).call, 3, 0.5)


asyncio.run(main())
