import { describedBy, Field, type FieldProps } from "../../forms/field.tsx";

export interface TextInputProps extends Omit<FieldProps, "children"> {
  readonly name: string;
  /** As it was typed. */
  readonly typed: string;
  readonly type?: "text" | "date" | "time";
  readonly maxLength?: number;
  readonly required?: boolean;
}

/** A line of text, a day or a time. */
export function TextInput({ name, typed, type = "text", maxLength, required = false, ...field }: TextInputProps) {
  const common = { id: field.id, name, value: typed, autocomplete: "off", required, ...describedBy(field) };
  return (
    <Field {...field}>
      {type === "text" ? <input type="text" maxLength={maxLength} {...common} /> : <input type={type} {...common} />}
    </Field>
  );
}
