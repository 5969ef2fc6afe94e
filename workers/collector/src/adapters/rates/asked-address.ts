import { DomainError } from "@openremit/shared/domain";
import type { SourceAnswer } from "../adapter.ts";

/** The address an answer belongs to, where the answer itself leaves out which day or month it is about. */
export function askedAddress({ url }: SourceAnswer): URL {
  if (url === undefined) throw new DomainError("an answer came without the address that was asked");
  return new URL(url);
}
