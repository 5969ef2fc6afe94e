import { missingVariable } from "@openremit/collector";
import { dayOf, daysBetween } from "@openremit/shared/domain";
import type { FoundSource } from "./find-source.ts";
import { type Finding, open, right } from "./finding.ts";
import type { SourceTool } from "./source-tool.ts";

/** A source's terms change: what a person read longer ago is read again before it is relied on. */
const termsHoldDays = 180;

/** What a person has to do before asking in earnest. */
export function beforeEnabling({ config }: FoundSource, { env, clock }: SourceTool): readonly Finding[] {
  const { conduct, verified, enabled } = config;
  const age = daysBetween(conduct.checkedOn, dayOf(clock.now()));
  const variable = missingVariable(config, env.sourceKeys);
  return [
    age <= termsHoldDays
      ? right(`conduct: read on ${conduct.checkedOn}`)
      : open(`conduct: read on ${conduct.checkedOn}, ${age} days ago: read robots.txt and terms again`),
    ...(conduct.terms === null
      ? [open('terms: nobody has read them: read them and name the page in "conduct.terms"')]
      : []),
    verified.how === "recorded"
      ? right(`proved by a recorded answer of ${verified.on}`)
      : open(`proved by a ${verified.how} answer only: record one and hold the adapter against it`),
    ...(variable === null ? [] : [open(`key: set ${variable} to your own`)]),
    ...(env.OPENREMIT_CONTACT === undefined
      ? [open("contact: set OPENREMIT_CONTACT, nobody is asked without it")]
      : []),
    enabled ? right("enabled") : open('not enabled: write "enabled": true once you stand by it'),
  ];
}
