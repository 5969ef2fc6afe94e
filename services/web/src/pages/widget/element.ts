import { type ComponentChild, h, type VNode } from "preact";

/** An element of any name, with attributes in the order in which they are given; those without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly ComponentChild[]
): VNode {
  return h(name, { ...attributes }, ...children);
}
