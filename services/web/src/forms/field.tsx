import type { ComponentChildren } from "preact";

export interface FieldProps {
  /** Of the input in it. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null;
  /** Why what was typed cannot be read. */
  readonly wrong?: string | null;
  readonly children: ComponentChildren;
}

/** A label above an input, and below it what helps or what is wrong. */
export function Field({ id, label, hint = null, wrong = null, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {hint !== null && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong !== null && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

/** What an input says about the texts below it. */
export function describedBy({ id, hint = null, wrong = null }: Pick<FieldProps, "id" | "hint" | "wrong">) {
  const texts = [hint === null ? [] : [`${id}-hint`], wrong === null ? [] : [`${id}-wrong`]].flat();
  return {
    "aria-describedby": texts.length === 0 ? undefined : texts.join(" "),
    "aria-invalid": wrong === null ? undefined : ("true" as const),
  };
}
