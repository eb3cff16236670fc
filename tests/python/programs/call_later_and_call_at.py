import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def note(text):
        print(f"{loop.time():.1f} {text}")

    loop.call_later(2, note, "later 2")
    loop.call_later(0.5, note, "later 0.5")
    loop.call_at(loop.time() + 1, note, "at 1")
    loop.call_later(0, note, "later 0")
    loop.call_soon(note, "soon")
    await asyncio.sleep(3)
    note("end")


asyncio.run(main())
