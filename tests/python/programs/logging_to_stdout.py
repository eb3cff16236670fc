import asyncio
import logging
import sys

logging.basicConfig(
    stream=sys.stdout,
    level=logging.INFO,
    format="%(asctime)s.%(msecs)03d %(levelname)-7s %(name)s: %(message)s",
    datefmt="%H:%M:%S",
)
log = logging.getLogger("shop")


async def main():
    log.info("open, %d customers", 3)
    log.debug("never printed")
    await asyncio.sleep(1.5)
    log.warning("sold out")
    try:
        1 / 0
    except ZeroDivisionError as error:
        log.error("sum: %s", error)
    print(log.isEnabledFor(logging.DEBUG), logging.getLevelName(30))


asyncio.run(main())
