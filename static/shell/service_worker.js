// Serves the page as it was kept, whether there is a network or not.
//
// In front of this, `list_files.sh` puts FILES, each file's SHA-256 by its path, and VERSION, which stands
// for all of them. A version is kept whole before it serves anything. It begins to once no page of the
// one before is open any more, which is when the browser activates it, or when the only one is loaded
// anew; the one before is forgotten then.

const OURS = `interleave ${registration.scope} `;
const PAGE = `${OURS}page ${VERSION}`;
const PYTHON = `${OURS}python ${VERSION}`;

const isPython = (path) => path.includes("/python/");
const paths = (choice) => [...FILES.keys()].filter(choice);

// Where a file is, or is kept. A server may call the page by another name than `index.html`.
const address = (path) => new URL(path === "index.html" ? "./" : path, registration.scope).href;
const keptAs = (path) => new URL(`kept/${FILES.get(path)}/${path.split("/").pop()}`, registration.scope).href;

// Puts files into the cache of this name. Each comes from any version that has the same, or else from
// the server, and then is what was listed or nothing.
async function keep(name, paths) {
  const cache = await caches.open(name);
  await Promise.all(paths.map(async (path) => {
    if (await cache.match(keptAs(path))) return;
    const { body, headers } = await caches.match(keptAs(path)) ?? await fetched(path);
    await cache.put(keptAs(path), new Response(body, { headers }));
  }));
}

// A server that goes by the second in which a file was changed may take what the browser has of it for
// what it is now: then it is asked for the whole of it.
function fetched(path) {
  const bytes = FILES.get(path).match(/../g).map((byte) => parseInt(byte, 16));
  const integrity = `sha256-${btoa(String.fromCharCode(...bytes))}`;
  const get = (cache) => fetch(address(path), { cache, redirect: "error", integrity });
  return get("no-cache").catch(() => get("reload"));
}

// Whoever had Python without a network has it in the next version too.
async function keepVersion() {
  const names = await caches.keys();
  await keep(PAGE, paths((path) => !isPython(path)));
  if (names.some((name) => name.startsWith(`${OURS}python `))) await keep(PYTHON, paths(isPython));
}

async function takeOver() {
  const gone = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== PAGE && name !== PYTHON);
  await Promise.all(gone.map((name) => caches.delete(name)));
  await clients.claim();
}

// Takes over from the version before if the page that asks for it, and waits, is the only one.
async function takeOverFrom(page) {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const isAlone = pages.length < 2;
  if (isAlone) await skipWaiting();
  page.postMessage(isAlone);
}

// Which file a request is for, if it is for one of ours.
function requested({ method, url }) {
  const { origin, pathname } = new URL(url);
  const path = `${origin}${pathname}`;
  if (method !== "GET" || !path.startsWith(registration.scope)) return undefined;
  return path.slice(registration.scope.length) || "index.html";
}

// What is kept may be damaged, or not be there yet: the network has it too.
async function answer(path, request) {
  const kept = await caches.match(keptAs(path)).catch(() => undefined);
  return kept ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keepVersion()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(takeOverFrom(event.ports[0]));
  // What fails is tried again at the next visit.
  if (event.data === "keep python") event.waitUntil(keep(PYTHON, paths(isPython)).catch(() => {}));
});
addEventListener("fetch", (event) => {
  const path = requested(event.request);
  if (FILES.has(path)) event.respondWith(answer(path, event.request));
});
