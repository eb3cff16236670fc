// A worker for task graphs: the page's own program, which the page sends it at first, by the
// address of its script and as the browser has compiled it.

addEventListener("message", async ({ data: [script, module_or_path] }) => {
  try {
    const { default: start } = await import(script);
    await start({ module_or_path });
  } catch (error) {
    // What goes wrong here is to reach the page as what goes wrong elsewhere in a worker.
    reportError(error);
  }
}, { once: true });
