// Starts the page's program, and then has the browser keep the page for when there is no network.

// Where this is missing, the page is served for development, and always as it was built last.
const isBuilt = "later" in document.documentElement.dataset;
// Whoever reads a page around this one has not asked for it.
const isEmbedded = new URLSearchParams(location.search).has("embed");
const [program, wasm] = ["program", "program-wasm"].map((id) => document.getElementById(id).href);
// As long as a newer version may take to take over, which browsers let it do after a second.
const PATIENCE_MS = 5000;

// Has a newer version that is kept already take over, unless another page of this one's is open. Says
// whether it has.
async function newerTakesOver() {
  const container = navigator.serviceWorker;
  const waiting = container?.controller && (await container.getRegistration())?.waiting;
  if (!waiting) return false;
  // The version before is at work, and so stays, until what is preloaded has been taken.
  fetch(wasm).then((response) => response.arrayBuffer()).catch(() => {});
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, PATIENCE_MS, false);
    waiting.postMessage("take over", [port2]);
  });
}

async function start() {
  const { default: init } = await import(program);
  await init({ module_or_path: wasm });
}

async function keep() {
  try {
    await navigator.serviceWorker.register("service_worker.js");
    const { active } = await navigator.serviceWorker.ready;
    if (!navigator.connection?.saveData) active.postMessage("keep python");
  } catch {
    // Where the browser keeps nothing, the page works without.
  }
}

if (await newerTakesOver().catch(() => false)) {
  location.reload();
} else {
  await start();
  if (isBuilt && !isEmbedded) (globalThis.requestIdleCallback ?? setTimeout)(keep);
}
