"""Modules that programs import beside asyncio."""

import argparse
import asyncio
import csv
import datetime
import io
import secrets


async def main():
    parser = argparse.ArgumentParser(prog="crawl", description="Crawls pages.")
    parser.add_argument("url", nargs="?", default="https://example.com")
    parser.add_argument("--limit", type=int, default=3, help="pages at once")
    options = parser.parse_args(["--limit", "5"])
    print(options.url, options.limit)
    rows = csv.DictReader(io.StringIO("name,seconds\nmap,1\nphotos,2\n"))
    for row in rows:
        await asyncio.sleep(float(row["seconds"]))
        print(row["name"])
    writer = csv.writer(out := io.StringIO())
    writer.writerow(["a b", 'c"d', 3])
    print(repr(out.getvalue()))
    print(len(secrets.token_hex(8)), secrets.compare_digest("a", "a"))
    print(datetime.datetime.strptime("2024-03-05 07:08", "%Y-%m-%d %H:%M"))


asyncio.run(main())
