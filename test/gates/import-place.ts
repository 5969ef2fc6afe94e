import { type Layer, layers } from "./import-layers.ts";

/** Where a file stands: its layer, and the folder that matched it (`workers/collector` for `workers/*`). */
export interface ImportPlace {
  readonly layer: Layer;
  readonly folder: string;
}

export function placeOf(path: string): ImportPlace | null {
  const steps = path.split("/");
  for (const layer of layers) {
    const wanted = layer.folder.split("/");
    if (wanted.every((step, position) => step === "*" || step === steps[position])) {
      return { layer, folder: steps.slice(0, wanted.length).join("/") };
    }
  }
  return null;
}

/** The npm workspace a file belongs to; tests stand outside of all. */
export function workspaceOf(path: string): string {
  const [top = "", name = ""] = path.split("/");
  return top === "workers" || top === "services" ? `${top}/${name}` : top;
}
