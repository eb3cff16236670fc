#!/bin/sh
# What Trunk's build lacks, done in its staging folder: Trunk runs this as a hook.
set -eu
shell=$(cd "$(dirname "$0")" && pwd)
staging=$TRUNK_STAGING_DIR

# The worker for Python programs, where `./dev python` has built it.
python=${CARGO_TARGET_DIR:-target}/python-worker
if [ -d "$python" ]; then cp -R "$python" "$staging/python"; fi

# The Python examples in one file, as `gallery::add_python` takes them.
cd "$shell/../examples/python"
for file in sketches.json *.py; do
    printf '\f%s\n' "$file"
    cat "$file"
done >"$staging/python_examples.txt"

cd "$staging"

# The page hears nothing of a worker whose WebAssembly does not load, as that is the rejection of a promise:
# its script makes an error of it.
if [ -e python/python.js ]; then
    echo 'addEventListener("unhandledrejection", (event) => reportError(event.reason));' |
        cat - python/python.js >script.new
    mv script.new python/python.js
fi

# Applies a sed script to the page.
edit() {
    sed "$1" index.html >index.new
    mv index.new index.html
}

# Where Trunk serves the page itself, nothing is kept. Its script, which loads the page anew at each change
# and writes what fails to build into it as HTML, gets a file of its own too.
if grep -q __TRUNK_WS_BASE__ index.html; then
    sed -n '/<script>/,/<\/script>/p' index.html |
        sed "s|.*<script>||; s|</script>.*||; s|'{{__TRUNK_ADDRESS__}}'|location.host|; s|{{__TRUNK_WS_BASE__}}|$TRUNK_PUBLIC_URL|" \
            >reload.js
    edit '/<script>/,/<\/script>/ {
        /<\/script>/!d
        s|.*</script>|<script src="reload.js"></script>|
    }
    s/ require-trusted-types-for[^"]*"/"/'
    cp "$shell/no_service_worker.js" service_worker.js
    exit
fi

# What the page loads later goes into a folder that is named by its content, as the names that Trunk gives
# the rest are: a page that is open never gets another version's.
later=$(find worker* python* -type f | LC_ALL=C sort | xargs cat | cksum | tr ' ' -)
mkdir "$later"
mv worker* python* "$later"
edit "s|<html |&data-later=\"$later/\" |"

sh "$shell/list_files.sh" .
