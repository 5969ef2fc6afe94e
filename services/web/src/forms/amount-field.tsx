import { describedBy, Field, type FieldProps } from "./field.tsx";

export interface AmountFieldProps extends Omit<FieldProps, "children"> {
  readonly name: string;
  /** As it was typed. */
  readonly typed: string;
}

/** An amount: text, because a number field refuses the comma that people type. */
export function AmountField({ name, typed, ...field }: AmountFieldProps) {
  return (
    <Field {...field}>
      <input
        id={field.id}
        name={name}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        required
        value={typed}
        {...describedBy(field)}
      />
    </Field>
  );
}
