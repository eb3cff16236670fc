// What has to be done before anything is painted or loaded.

// Nobody who chose dark is shown light first.
try {
  const theme = localStorage.getItem("interleave.theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Where nothing is kept, it is the system's.
}

// The page's policy asks here what may be run: what comes from where the page comes from. No text is
// ever made HTML.
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => (new URL(address, location).origin === location.origin ? address : null),
});
