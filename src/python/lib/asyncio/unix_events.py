"""Where asyncio looks for the loop of its system: the page's."""

from .page_events import *
from .page_events import _DefaultEventLoopPolicy
