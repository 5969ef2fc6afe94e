import type { SnippetKind } from "./write-code.ts";

/** What a host's content security policy must allow, as narrow as it works. */
export function policyLines(kind: SnippetKind, origin: string): string[] {
  if (kind === "script") return [`script-src ${origin}/widget/`, `connect-src ${origin}/widget/ ${origin}/v1/widget/`];
  if (kind === "frame") return [`frame-src ${origin}/embed/`, `script-src ${origin}/widget/1/resize.js`];
  return kind === "picture" ? [`img-src ${origin}/embed/`] : [];
}
