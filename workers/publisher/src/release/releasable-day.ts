import { day as daySchema } from "@openremit/shared/contracts";
import { dayOf, InputError, shiftDay } from "@openremit/shared/domain";

/**
 * The day a release is asked for.
 *
 * @throws InputError where it is no day, or one that is not over (UTC): what is still being recorded has no version.
 */
export function releasableDay(text: string, now: Date): string {
  if (!daySchema.safeParse(text).success) {
    throw new InputError(`"${text}" is no day: write it like ${shiftDay(dayOf(now), -1)}`);
  }
  if (text >= dayOf(now)) {
    const last = shiftDay(dayOf(now), -1);
    throw new InputError(`${text} is not over yet (UTC): the last day there can be a release of is ${last}`);
  }
  return text;
}
