"""The loop as it was got before `asyncio.run`, and its policy."""

import asyncio


async def greet(name):
    await asyncio.sleep(0.5)
    return f"hello {name}"


loop = asyncio.get_event_loop()
print(loop.run_until_complete(greet("loop")))
print(asyncio.get_event_loop() is loop)
loop.close()

policy = asyncio.get_event_loop_policy()
print(isinstance(policy, asyncio.AbstractEventLoopPolicy))
asyncio.set_event_loop_policy(policy)
print(asyncio.run(greet("policy")))
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)

try:
    asyncio.run(greet)
except ValueError as error:
    print(str(error).split(" at ")[0])
