import asyncio


async def endless():
    try:
        while True:
            yield "more"
            await asyncio.sleep(1)
    finally:
        print("finally, at", asyncio.get_running_loop().time())


async def main():
    global kept
    kept = endless()
    print(await anext(kept), await anext(kept))
    print("main ends")


asyncio.run(main())
print("run has ended")
