import asyncio
import warnings


async def work():
    print("never printed")


async def main():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        work()
    for warning in caught:
        print(warning.category.__name__, "|", warning.message)


asyncio.run(main())
