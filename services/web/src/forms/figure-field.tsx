import { describedBy, Field, type FieldProps } from "./field.tsx";

export interface FigureFieldProps extends Omit<FieldProps, "children" | "id"> {
  readonly name: string;
  /** As it was typed. */
  readonly typed: string;
  readonly required?: boolean;
  /** What may be wrong, in words by reason, for the page's program. */
  readonly wrongs?: Readonly<Record<string, string>>;
}

/** A figure that somebody reads off a screen or a paper, and may not know. */
export function FigureField({ name, typed, required = false, wrongs, ...field }: FigureFieldProps) {
  return (
    <Field id={name} {...field}>
      <input
        id={name}
        name={name}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        maxLength={30}
        required={required}
        value={typed}
        data-wrongs={wrongs === undefined ? undefined : JSON.stringify(wrongs)}
        {...describedBy({ id: name, ...field })}
      />
    </Field>
  );
}
