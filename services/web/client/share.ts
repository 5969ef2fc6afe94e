/** Hands the short text to the phone's own list of places to send it to, or copies it. */
const link = document.querySelector<HTMLElement>("[data-share]");
const button = document.querySelector<HTMLButtonElement>("[data-share-text]");
const copied = document.querySelector<HTMLElement>("[data-copied]");
const canShare = typeof navigator.share === "function" || navigator.clipboard !== undefined;
if (link !== null && button !== null && canShare) {
  const path = button.dataset.shareText ?? "";
  link.hidden = true;
  button.hidden = false;
  button.addEventListener("click", () => {
    share(path).catch((error: unknown) => {
      const isChanged = error instanceof DOMException && error.name === "AbortError";
      // Whatever the phone refuses, the text itself can be opened.
      if (!isChanged) location.assign(path);
    });
  });
}

async function share(path: string): Promise<void> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`the text was answered with ${response.status}`);
  const text = await response.text();
  if (typeof navigator.share === "function") {
    await navigator.share({ text });
    return;
  }
  await navigator.clipboard.writeText(text);
  if (copied !== null) copied.hidden = false;
}
