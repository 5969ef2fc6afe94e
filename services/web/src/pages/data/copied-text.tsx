import { Copyable } from "../../layout/copyable.tsx";

interface CopiedTextProps {
  /** A proper name: of a style, a language, a program. Each once on the page. */
  readonly name: string;
  readonly about?: string;
  readonly text: string;
}

/** A text to copy, with what it is and what it needs. */
export function CopiedText({ name, about, text }: CopiedTextProps) {
  return (
    <figure class="copied">
      <figcaption>
        <strong dir="ltr">{name}</strong> {about}
      </figcaption>
      <Copyable id={`text-${name.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`} text={text} />
    </figure>
  );
}
