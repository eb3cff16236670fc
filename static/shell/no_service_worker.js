// In place of the service worker where the page is served for development: what was kept there by a
// build, and the worker that serves it, go.

async function leave() {
  const names = (await caches.keys()).filter((name) => name.startsWith(`interleave ${registration.scope} `));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
  for (const client of await clients.matchAll({ type: "window" })) client.navigate(client.url);
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));
