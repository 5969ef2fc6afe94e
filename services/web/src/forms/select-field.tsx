import { describedBy, Field, type FieldProps } from "./field.tsx";

export interface SelectFieldProps extends Omit<FieldProps, "children"> {
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: string;
  readonly required?: boolean;
}

/** One of several, by the menu that every phone has. */
export function SelectField({ name, options, chosen, required = false, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      <select id={field.id} name={name} required={required} {...describedBy(field)}>
        {options.map(({ value, text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
