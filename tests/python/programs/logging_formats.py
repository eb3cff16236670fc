import logging
import sys
import time

logging.basicConfig(
    stream=sys.stdout,
    level=logging.DEBUG,
    format="%(asctime)s [%(threadName)s] %(funcName)s %(message)s",
)


def work():
    time.sleep(0.125)
    logging.debug("worked")


work()
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("{levelname}: {message}", style="{"))
logger = logging.getLogger("plain")
logger.addHandler(handler)
logger.propagate = False
logger.critical("%s and %r", "text", "text")
