/** Buttons that copy the text beside them. Without JavaScript, or where a browser refuses, it is marked and copied by hand. */
for (const figure of document.querySelectorAll<HTMLElement>("[data-copy]")) {
  const button = figure.querySelector("button");
  const text = figure.querySelector("pre")?.textContent ?? "";
  if (button === null || navigator.clipboard === undefined) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(text).then(
      () => {
        for (const copied of document.querySelectorAll<HTMLElement>("[data-copied]")) {
          copied.hidden = !figure.contains(copied);
        }
      },
      () => {
        button.hidden = true;
      },
    );
  });
}
