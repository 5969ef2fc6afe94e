import { Field } from "../../forms/field.tsx";
import { useWords } from "../../words/words.ts";
import { ContrastNote } from "./contrast-note.tsx";
import type { OwnColours } from "./judge-colours.ts";

const names = ["text", "ground", "link"] as const;

/** Three colours, and whether they can be read together. */
export function ColourFields({ colours }: { readonly colours: OwnColours }) {
  const { t, language } = useWords();
  return (
    <div class="stack" data-colours={language.locale}>
      <div class="fields">
        {names.map((name) => (
          <Field key={name} id={`colour-${name}`} label={t(`builder_colour.${name}`)}>
            <input id={`colour-${name}`} name={name} type="color" value={colours[name]} />
          </Field>
        ))}
      </div>
      <ContrastNote of="text" colours={colours} />
      <ContrastNote of="link" colours={colours} />
    </div>
  );
}
