import asyncio
import time

LINKS = {
    "/": ["/news", "/shop"],
    "/news": ["/", "/news/1", "/news/2"],
    "/shop": ["/cart", "/help", "/news"],
    "/news/1": ["/news/2"],
    "/news/2": ["/news/1"],
    "/cart": ["/", "/map"],
    "/map": [],
    "/help": [],
}


async def crawl(page, seen, group):
    await asyncio.sleep(0.5)  # loads the page
    print("loaded", page)
    for link in LINKS[page]:
        if link not in seen:
            seen.add(link)
            group.create_task(crawl(link, seen, group))


async def main():
    start = time.perf_counter()
    seen = {"/"}
    async with asyncio.TaskGroup() as group:
        group.create_task(crawl("/", seen, group))
    took = time.perf_counter() - start
    print(f"{len(seen)} pages in {took:.1f} s")


asyncio.run(main())
