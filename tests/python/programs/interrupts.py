"""What the first interruption does with a runner's task, and the handles of callbacks that fail."""

import asyncio
import signal
import time


async def works():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("tidies up")
        raise


with asyncio.Runner() as runner:
    runner.get_loop().call_later(1, signal.raise_signal, signal.SIGINT)
    try:
        runner.run(works())
    except KeyboardInterrupt:
        print("interrupted")

print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)


def fails():
    raise ValueError("no")


def handler(loop, context):
    print(context["message"].split(" at ")[0], repr(context["exception"]))
    print(isinstance(context["handle"], asyncio.Handle), repr(context["handle"]).split(" at ")[0])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(fails)
    timer = loop.call_later(0.25, fails)
    print(isinstance(timer, asyncio.TimerHandle), isinstance(timer, asyncio.Handle))
    timer.cancel()
    print(repr(loop.call_soon(print)).split(" at ")[0])
    deadline = time.monotonic() + 0.2
    while (left := deadline - time.monotonic()) > 0:
        await asyncio.sleep(left)
    print("there")


asyncio.run(main())
