import type { Comparison } from "@openremit/shared/comparison";
import type { ReleaseAnswer } from "@openremit/shared/contracts";
import { NotCoveredError } from "@openremit/shared/domain";
import { joinLives } from "../../site/join-lives.ts";
import type { Life } from "../../site/page.ts";
import { PageProblem } from "../../site/page-problem.ts";

export interface ShownReleases {
  /** The one asked for, else the newest; null: there is none. */
  readonly shown: ReleaseAnswer | null;
  /** Ids of all others, the newest first. */
  readonly others: readonly string[];
  readonly life: Life;
}

/** @throws PageProblem where the one asked for does not exist. */
export async function readReleases(
  asked: string | null,
  comparison: Pick<Comparison, "releases" | "release">,
): Promise<ShownReleases> {
  const { answer: list, ...listLife } = await comparison.releases();
  const id = asked ?? list.releases[0]?.id ?? null;
  if (id === null) return { shown: null, others: [], life: listLife };
  const { answer: shown, ...life } = await comparison.release(id).catch((cause: unknown) => {
    if (!(cause instanceof NotCoveredError)) throw cause;
    throw new PageProblem(404, "problem.no_such_release", {}, { cause });
  });
  const others = list.releases.map((release) => release.id).filter((other) => other !== id);
  return { shown, others, life: joinLives([listLife, life]) };
}
