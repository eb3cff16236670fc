import asyncio
import sys


async def main() -> int:
    print("running as", __name__)
    await asyncio.sleep(0.1)
    return 0


if __name__ == "__main__":
    code = asyncio.run(main())
    print("code", code)
    sys.exit(code)
print("never printed")
