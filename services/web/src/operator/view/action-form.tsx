import type { ComponentChildren } from "preact";
import { type ActionName, longestWhy } from "../actions.ts";

interface ActionProps {
  readonly action: ActionName | "sign-out";
  readonly csrf: string;
  /** What it is done to. */
  readonly about?: { readonly name: "source" | "run"; readonly value: string };
  /** Asks why, under this label. */
  readonly why?: string;
  readonly children: ComponentChildren;
}

/** One button that changes something. */
export function ActionForm({ action, csrf, about, why, children }: ActionProps) {
  const field = `${action}-${about?.value ?? "all"}`;
  return (
    <form method="post" action={`/operator/${action}`} class="cluster">
      <input type="hidden" name="csrf" value={csrf} />
      {about && <input type="hidden" name={about.name} value={about.value} />}
      {why !== undefined && (
        <div class="field">
          <label for={field}>{why}</label>
          <input id={field} name="why" required maxLength={longestWhy} />
        </div>
      )}
      <button class="button plain" type="submit">
        {children}
      </button>
    </form>
  );
}
