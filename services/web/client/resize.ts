/** On somebody's page, beside frames of ours: makes each as high as what is in it. Believes nobody but those frames. */
const origin = document.currentScript instanceof HTMLScriptElement ? new URL(document.currentScript.src).origin : null;
const mostPx = 20_000;

addEventListener("message", ({ data, origin: from, source }) => {
  const height: unknown = data?.height;
  if (from !== origin || data?.type !== "remit-compare:height") return;
  if (typeof height !== "number" || !(height > 0 && height <= mostPx)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    // By the object model: a policy that forbids styles in attributes allows it.
    const borders = frame.offsetHeight - frame.clientHeight;
    if (frame.contentWindow === source) frame.style.height = `${Math.ceil(height) + borders}px`;
  }
});

for (const frame of document.querySelectorAll("iframe")) {
  if (frame.src.startsWith(`${origin}/embed/`)) frame.contentWindow?.postMessage({ type: "remit-compare:ask" }, "*");
}
