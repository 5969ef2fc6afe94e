import type { Part } from "@openremit/shared/runtime";

/**
 * The same promise at every call: things that several parts share are made once, when first needed. The first call says
 * whether the making may be broken off.
 */
export function once<Made>(
  make: (stopping: AbortSignal | undefined) => Promise<Made>,
): (stopping?: AbortSignal) => Promise<Made> {
  let made: Promise<Made> | null = null;
  return (stopping) => {
    made ??= make(stopping);
    return made;
  };
}

/** A part that is made when it starts. */
export function partOf(
  name: string,
  make: (stopping: AbortSignal | undefined) => Promise<{ stop(): Promise<void> }>,
): Part {
  let made: { stop(): Promise<void> } | null = null;
  return {
    name,
    start: async (stopping) => {
      made = await make(stopping);
    },
    stop: async () => made?.stop(),
  };
}

/** Starts a part that was made on the spot. */
export async function started<Made extends Pick<Part, "start" | "stop">>(
  made: Made,
  stopping?: AbortSignal,
): Promise<Made> {
  await made.start(stopping);
  return made;
}
