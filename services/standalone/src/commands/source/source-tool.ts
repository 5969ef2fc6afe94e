import type { Catalog } from "@openremit/shared/catalog";
import type { Clock, Mode } from "@openremit/shared/runtime";
import type { StandaloneEnvironment } from "../../environment.ts";
import type { Terminal } from "../../terminal.ts";

/** What every action of `npm run source` works with. */
export interface SourceTool {
  readonly env: StandaloneEnvironment;
  readonly catalog: Catalog;
  readonly mode: Mode;
  readonly clock: Clock;
  readonly terminal: Pick<Terminal, "say">;
}
