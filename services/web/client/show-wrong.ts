/** Says beside each field what is wrong with it, in the words the page brought, and takes back what no longer is. */
export function showWrong(form: HTMLFormElement, wrong: Readonly<Partial<Record<string, string>>>): void {
  for (const input of form.querySelectorAll<HTMLInputElement>("input[data-wrongs]")) {
    const id = `${input.id}-wrong`;
    const texts = JSON.parse(input.dataset.wrongs ?? "{}") as Record<string, string>;
    const text = texts[wrong[input.name] ?? ""];
    const hints = (input.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .filter((hint) => hint !== "" && hint !== id);
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
}
