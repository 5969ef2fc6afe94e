/**
 * Whether the target of a request is a path of ours. A proxy is asked for a whole address, and OPTIONS for `*`; we are no
 * proxy, and what reads addresses further on would fall over some of them.
 */
export function isAddress(target: string): boolean {
  return target.startsWith("/") && URL.canParse(target, "http://here");
}
