/** Says beside each field what is wrong with it, in the words the page brought, and takes back what no longer is. */
export function showWrong(form: HTMLFormElement, wrong: Readonly<Partial<Record<string, string>>>): void {
  for (const input of form.querySelectorAll<HTMLInputElement>("input[data-wrongs]")) {
    const texts = JSON.parse(input.dataset.wrongs ?? "{}") as Record<string, string>;
    noteAt(input, texts[wrong[input.name] ?? ""]);
  }
}

/** Says below a field what is wrong with it; undefined: nothing is. As the page does it (`forms/field.tsx`). */
export function noteAt(input: HTMLElement, text: string | undefined): void {
  const id = `${input.id}-wrong`;
  const hints = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((hint) => hint !== "" && hint !== id);
  document.getElementById(id)?.remove();
  if (text === undefined) {
    input.removeAttribute("aria-invalid");
  } else {
    input.setAttribute("aria-invalid", "true");
    input.parentElement?.append(
      Object.assign(document.createElement("p"), { id, className: "wrong", textContent: text }),
    );
    hints.push(id);
  }
  if (hints.length === 0) input.removeAttribute("aria-describedby");
  else input.setAttribute("aria-describedby", hints.join(" "));
}
