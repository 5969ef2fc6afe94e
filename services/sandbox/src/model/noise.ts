import { createHash } from "node:crypto";
import { Decimal } from "@openremit/shared/domain";

/** A number in [0, 1) that depends on the seed and the label alone. */
export type Noise = (label: string) => Decimal;

/** Remembers what it has made: a walk over years asks for the same labels again and again. */
export function createNoise(seed: string): Noise {
  const made = new Map<string, Decimal>();
  return (label) => {
    const known = made.get(label);
    if (known !== undefined) return known;
    const digest = createHash("sha256").update(`${seed}\n${label}`).digest();
    const value = new Decimal(digest.readUIntBE(0, 6)).div(2 ** 48);
    made.set(label, value);
    return value;
  };
}

/** Slow waves carry most of the way, so that days differ little and months visibly. Weights add up to 1. */
const waves = [
  { days: 90, weight: "0.55" },
  { days: 20, weight: "0.30" },
  { days: 5, weight: "0.10" },
  { days: 1, weight: "0.05" },
] as const;

/** A walk within [-1, 1] over days, known for any day without walking there: interpolated noise at several wave lengths. */
export function walkOf(noise: Noise, label: string, dayNumber: number): Decimal {
  return waves.reduce((sum, { days, weight }) => {
    const wave = Math.floor(dayNumber / days);
    const passed = new Decimal(dayNumber - wave * days).div(days);
    const before = noise(`${label} ${days} ${wave}`);
    const after = noise(`${label} ${days} ${wave + 1}`);
    const height = before.plus(after.minus(before).times(passed)).times(2).minus(1);
    return sum.plus(height.times(weight));
  }, new Decimal(0));
}
