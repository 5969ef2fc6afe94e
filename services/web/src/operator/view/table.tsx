import type { ComponentChildren } from "preact";
import { ScrollRegion } from "../../layout/scroll-region.tsx";

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** Said instead of a table without rows. */
  readonly none: string;
  readonly heads: readonly string[];
  /** The first cell is the row's name. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
  readonly children?: ComponentChildren;
}

/** A part of the page: a heading, what is to be said of it, and a table. */
export function TableSection({ id, title, none, heads, rows, children }: SectionProps) {
  return (
    <section>
      <h2 id={id}>{title}</h2>
      {children}
      {rows.length === 0 ? (
        <p class="quiet">{none}</p>
      ) : (
        <ScrollRegion labelledBy={id} isWide>
          <table class="figures">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells: [name, ...cells] }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, index) => (
                    <td key={heads[index + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}

/** To the minute, in UTC, as logs have it. */
export function timeText(instant: string | null): string {
  return instant === null ? "never" : `${instant.slice(0, 16).replace("T", " ")} UTC`;
}
