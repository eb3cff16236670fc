# en: A crawler that finds its way
# Beginning at the front page, the crawler loads a page in
# 0.5 s and makes a new task for each link that it has not
# seen. Pages of the same depth are loaded side by side, so
# these 7 pages take 1.5 s, not 3.5 s. The task group waits
# for all of them, also for those that came up on the way.
# Try: add a link `"/map"` to the page `"/cart"`, and
# `"/map": []` as a page. It lies one level deeper, so it
# takes 2 s.
# ko: 길을 찾아 가는 크롤러
# 크롤러는 첫 페이지부터 시작해 한 페이지를 0.5초에 읽고,
# 처음 보는 링크마다 새 태스크를 만듭니다. 같은 깊이의
# 페이지는 나란히 읽으므로 7페이지에 3.5초가 아니라 1.5초가
# 걸립니다. 태스크 그룹은 도중에 생겨난 태스크까지 모두
# 기다립니다.
# 해 보기: `"/cart"` 페이지에 `"/map"` 링크를 더하고,
# `"/map": []` 페이지도 더해 보세요. 한 단계 더 깊어져서
# 2초가 걸립니다.

import asyncio
import time

LINKS = {
    "/": ["/news", "/shop"],
    "/news": ["/", "/news/1", "/news/2"],
    "/shop": ["/cart", "/help", "/news"],
    "/news/1": ["/news/2"],
    "/news/2": ["/news/1"],
    "/cart": ["/"],
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
