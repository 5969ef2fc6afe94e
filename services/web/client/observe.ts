import { type KeptVisit, openVisits } from "./observe/kept-visits.ts";
import { sendVisit } from "./observe/send-visit.ts";
import { openVisitForm } from "./observe/visit-form.ts";
import { noteAt } from "./show-wrong.ts";

/** Keeps entries on the device once somebody asks for it, until they are sent or deleted. The key is never kept. */
const form = document.querySelector<HTMLFormElement>("form[data-observe]");
const box = document.querySelector<HTMLElement>("[data-kept-visits]");
if (form !== null && box !== null && "indexedDB" in window) start(form, box);

function start(form: HTMLFormElement, box: HTMLElement): void {
  const visits = openVisits();
  const typed = openVisitForm(form);
  /** The entry that is in the form to be mended. */
  let mending: number | null = null;
  const textOf = (name: string) => box.querySelector(`[data-text="${name}"]`)?.textContent ?? "";
  const say = (text: string) => {
    const said = box.querySelector("[data-said]");
    if (said !== null) said.textContent = text;
  };
  const orSay = (work: Promise<unknown>) => {
    work.catch(() => say(textOf("cannot_keep")));
  };

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
    if (state !== null && visit.said !== undefined) state.textContent = visit.said;
    const tell = (text: string) => {
      if (state !== null) state.textContent = text;
      say(`${visit.name}: ${text}`);
    };
    for (const [action, act] of [
      ["send", (kept: KeptVisit) => send(kept, tell)],
      ["edit", mend],
      ["delete", forget],
    ] as const) {
      const button = row.querySelector<HTMLElement>(`[data-${action}]`);
      if (button === null) continue;
      button.id = `${action}-${visit.id}`;
      button.setAttribute("aria-labelledby", `${button.id} ${id}`);
      button.addEventListener("click", () => orSay(withKept(visit.id, act)));
    }
    return row;
  }

  /** As it is on the device now: the page may stand open elsewhere too. */
  async function withKept(id: number, act: (visit: KeptVisit) => Promise<void>): Promise<void> {
    const visit = (await visits.list()).find((kept) => kept.id === id);
    if (visit !== undefined) return act(visit);
    await show();
    focusOn(id);
  }

  /** Null where the form is not whole. */
  async function keep(): Promise<KeptVisit | null> {
    const read = typed.read(textOf("one_of_two"));
    if (read === null) return null;
    const id = await visits.keep(mending === null ? read : { ...read, id: mending });
    mending = null;
    typed.clear();
    say(textOf("kept"));
    await show();
    return { ...read, id };
  }

  async function mend(visit: KeptVisit): Promise<void> {
    mending = visit.id;
    typed.fill(visit);
    say(textOf("mending"));
  }

  async function send(visit: KeptVisit, tell: (text: string) => void): Promise<void> {
    if (typed.key.value === "") {
      tell(textOf("need_key"));
      typed.key.focus();
      return;
    }
    const sent = await sendVisit(form.action, visit.fields, typed.key.value);
    if (typeof sent === "string") {
      tell(textOf(sent));
      return;
    }
    noteAt(typed.key, sent.wrongs.key);
    if (sent.outcome === "not_kept") {
      tell(sent.said);
      return;
    }
    const { name, fields, id } = visit;
    const said = [sent.said, ...typed.describe(sent.wrongs)].join(" ");
    if (sent.outcome === "done") await remove(id);
    else await visits.keep({ id, name, fields, said, wrongs: sent.wrongs });
    await show();
    say(`${name}: ${said}`);
    focusOn(id);
  }

  async function forget(visit: KeptVisit): Promise<void> {
    await remove(visit.id);
    await show();
    say(textOf("deleted"));
    focusOn(visit.id);
  }

  async function remove(id: number): Promise<void> {
    await visits.remove(id);
    if (mending === id) mending = null;
  }

  /** On the entry, or where it went from the list on the next thing to do. */
  function focusOn(id: number): void {
    const next = [`#send-${id}`, "[data-send]", "[data-keep-visit]"].map((place) =>
      box.querySelector<HTMLElement>(place),
    );
    next.find((button) => button !== null)?.focus();
  }

  box.querySelector("[data-keep-visit]")?.addEventListener("click", () => orSay(keep()));
  // An entry of the list is sent from the list: else it would stay there as it was before.
  form.addEventListener("submit", (event) => {
    if (mending === null) return;
    event.preventDefault();
    orSay(keep().then((visit) => (visit === null ? undefined : send(visit, (text) => say(`${visit.name}: ${text}`)))));
  });
  show().then(
    () => {
      box.hidden = false;
    },
    () => undefined,
  );
}
