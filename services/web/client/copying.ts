/** Buttons that copy the text they name. Without JavaScript they stay hidden, and the text is marked and copied by hand. */
export function startCopying(): void {
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button?.dataset.copy !== undefined) void copy(button.dataset.copy);
  });
  showCopyButtons();
}

/** Those of what came later, too. */
export function showCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) button.hidden = false;
}

async function copy(id: string): Promise<void> {
  const code = document.getElementById(id);
  if (code === null) return;
  for (const said of document.querySelectorAll<HTMLElement>("[data-copied], [data-selected]")) said.hidden = true;
  const say = (how: "copied" | "selected") => {
    const said = document.querySelector<HTMLElement>(`[data-${how}="${id}"]`);
    if (said !== null) said.hidden = false;
  };
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    say("copied");
  } catch {
    // Without https there is no clipboard: then it is marked, and one key copies it.
    getSelection()?.selectAllChildren(code);
    say("selected");
  }
}
