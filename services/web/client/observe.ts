import { type KeptVisit, openVisits } from "./observe/kept-visits.ts";

/** Keeps entries on the device once somebody asks for it, until they are sent or deleted. The key is never kept. */
const form = document.querySelector<HTMLFormElement>("form[data-observe]");
const box = document.querySelector<HTMLElement>("[data-kept-visits]");
if (form !== null && box !== null && "indexedDB" in window) start(form, box);

/** What stays in the form after an entry: the next one is often of the same round. */
const ofOneVisit = ["amount", "fee", "rate", "received", "payOutFee", "where"];

function start(form: HTMLFormElement, box: HTMLElement): void {
  const visits = openVisits();
  const textOf = (name: string) => box.querySelector(`[data-text="${name}"]`)?.textContent ?? "";
  const say = (text: string) => {
    const said = box.querySelector("[data-said]");
    if (said !== null) said.textContent = text;
  };
  const keyField = form.elements.namedItem("key") as HTMLInputElement;

  async function show(): Promise<void> {
    const list = box.querySelector("[data-list]");
    const rows = (await visits.list()).map((visit) => rowOf(visit));
    list?.replaceChildren(...rows);
  }

  function rowOf(visit: KeptVisit): Node {
    const row = box
      .querySelector<HTMLTemplateElement>("template[data-row]")
      ?.content.cloneNode(true) as DocumentFragment;
    const name = row.querySelector<HTMLElement>("[data-name]");
    const id = `kept-visit-${visit.id}`;
    if (name !== null) Object.assign(name, { id, textContent: visit.name });
    const state = row.querySelector<HTMLElement>("[data-state]");
    for (const [action, act] of [
      ["send", send],
      ["delete", forget],
    ] as const) {
      const button = row.querySelector<HTMLElement>(`[data-${action}]`);
      if (button === null) continue;
      button.id = `${action}-${visit.id}`;
      button.setAttribute("aria-labelledby", `${button.id} ${id}`);
      button.addEventListener("click", () => {
        act(visit, (text) => {
          if (state !== null) state.textContent = text;
          say(text);
        }).catch(() => say(textOf("cannot_keep")));
      });
    }
    return row;
  }

  async function keep(): Promise<void> {
    keyField.disabled = true;
    const isWhole = form.reportValidity();
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
    keyField.disabled = false;
    if (!isWhole) return;
    await visits.add({ name: nameOf(form), fields });
    for (const name of ofOneVisit) (form.elements.namedItem(name) as HTMLInputElement).value = "";
    say(textOf("kept"));
    await show();
  }

  /** What the page says after it was sent is said here too. */
  async function send(visit: KeptVisit, tell: (text: string) => void): Promise<void> {
    if (keyField.value === "") {
      tell(textOf("need_key"));
      keyField.focus();
      return;
    }
    const body = new URLSearchParams([...visit.fields.map(([name, value]) => [name, value]), ["key", keyField.value]]);
    let answer: { readonly isKept: boolean; readonly text: string };
    try {
      const response = await fetch(form.action, { method: "POST", body });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const wrong = [...page.querySelectorAll(".wrong")].map(({ textContent }) => textContent);
      const said = [page.querySelector("[data-outcome]")?.textContent, ...wrong].join(" ");
      answer = { isKept: response.ok, text: said };
    } catch {
      tell(textOf("no_network"));
      return;
    }
    if (answer.isKept) {
      await visits.remove(visit.id);
      await show();
      say(answer.text);
    } else tell(answer.text);
  }

  async function forget(visit: KeptVisit): Promise<void> {
    await visits.remove(visit.id);
    say(textOf("deleted"));
    await show();
    box.querySelector<HTMLElement>("[data-keep-visit]")?.focus();
  }

  box.querySelector("[data-keep-visit]")?.addEventListener("click", () => {
    keep().catch(() => say(textOf("cannot_keep")));
  });
  show().then(
    () => {
      box.hidden = false;
    },
    () => undefined,
  );
}

/** As chosen and typed: enough to tell one entry from another. */
function nameOf(form: HTMLFormElement): string {
  const chosen = (name: string) => (form.elements.namedItem(name) as HTMLSelectElement).selectedOptions[0]?.text ?? "";
  const typed = (name: string) => (form.elements.namedItem(name) as HTMLInputElement).value;
  return [chosen("provider"), chosen("route"), typed("amount"), typed("day"), typed("time"), typed("visitor")].join(
    " · ",
  );
}
