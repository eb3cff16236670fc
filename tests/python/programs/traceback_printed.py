import asyncio
import sys
import traceback


def parse(text):
    return int(text)


async def handle(text):
    await asyncio.sleep(0)
    return parse(text)


async def main():
    try:
        await handle("twelve")
    except ValueError:
        traceback.print_exc(file=sys.stdout)
    try:
        try:
            {}["key"]
        except KeyError as error:
            raise RuntimeError("no settings") from error
    except RuntimeError as error:
        print("".join(traceback.format_exception(error)), end="")


asyncio.run(main())
