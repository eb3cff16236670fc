#!/bin/sh
# Writes service_worker.js into the folder of a built page, with a list of the files that are there.
set -eu
worker=$(cd "$(dirname "$0")" && pwd)/service_worker.js
cd "$1"

sums() {
    if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

rm -f service_worker.js service_worker.new
list=$(find . -type f | sed 's|^\./||' | LC_ALL=C sort | while read -r file; do sums "$file"; done)
{
    echo "const VERSION = \"$(echo "$list" | sums | cut -c 1-16)\";"
    echo 'const FILES = new Map(['
    echo "$list" | awk '{ print "  [\"" $2 "\", \"" $1 "\"]," }'
    echo ']);'
    echo
    cat "$worker"
} >service_worker.new
# A browser never gets half of it.
mv service_worker.new service_worker.js
