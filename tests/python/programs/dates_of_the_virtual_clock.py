import asyncio
import time
from datetime import date, datetime, timedelta, timezone


async def main():
    print(datetime.now(), repr(datetime.now()))
    await asyncio.sleep(0.25)
    now = datetime.now()
    print(now.strftime("%Y-%m-%d %H:%M:%S.%f"), now.isoformat())
    print(now.strftime("%A %d %B %y, %I:%M %p, day %j"), f"{now:%H:%M}")
    print(time.strftime("%H:%M:%S"), time.ctime(), time.localtime().tm_yday)
    print(date.today(), datetime.now(timezone.utc).isoformat())
    later = now + timedelta(days=2, hours=3)
    print(later, later - now, (later - now).total_seconds())
    print(datetime(2024, 2, 29).weekday(), now.timestamp())
    print(datetime.strptime("2024-01-31", "%Y-%m-%d").date())


asyncio.run(main())
