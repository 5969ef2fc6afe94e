import { missingVariable } from "@openremit/collector";
import { ConfigError } from "@openremit/shared/domain";
import { parseEnvironment, readVariable, suggestName } from "@openremit/shared/runtime";
import { z } from "zod";
import { standaloneEnvironment } from "../environment.ts";
import { knownVariables, programVariables, sourceKeyVariable, variableOf } from "../variables.ts";
import { doubtful, type Finding, good, wrong } from "./finding.ts";
import type { DoctorGround } from "./ground.ts";

const what = "variables";
/** Whatever begins so is meant for us. */
const ours = /^(OPENREMIT|SANDBOX|METRICS)_/;

/** Every variable that any program reads, none of them required: servers are embedded where none are named. */
const everyVariable = z.object(
  Object.assign({}, ...Object.values(programVariables).map(({ shape }) => shape), standaloneEnvironment.shape),
);

/** Values that no process would take, each with what to set. */
export function checkValues(names: DoctorGround["names"]): readonly Finding[] {
  try {
    parseEnvironment(names, everyVariable);
    return [good(what, "every one that is set has a value that is taken")];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split("\n").map((line) => {
      const [found = line, ...fix] = line.split(/(?<=\.) (?=Set |Name |Keep |Write )/);
      return wrong(what, found, fix.join(" ") || "See .env.example.");
    });
  }
}

/** Names that are meant for us and that nobody reads: one letter wrong, and a setting is not there. */
export function checkNames(names: DoctorGround["names"]): readonly Finding[] {
  return Object.keys(names)
    .filter((name) => ours.test(name) && !knownVariables.includes(variableOf(name)) && !sourceKeyVariable.test(name))
    .map((name) => {
      const meant = suggestName(name, knownVariables);
      const fix = meant === null ? "Remove it; .env.example names all there are." : `Is ${meant} meant?`;
      return doubtful(what, `${name} is read by nobody.`, fix);
    });
}

/** What real mode needs and what readers see. */
export function checkOperator({ env, mode, catalog, sourceKeys, names }: DoctorGround): readonly Finding[] {
  const findings: Finding[] = [];
  if (env.OPENREMIT_CONTACT !== undefined) findings.push(good("contact", env.OPENREMIT_CONTACT));
  else if (mode === "real")
    findings.push(wrong("contact", "OPENREMIT_CONTACT is not set.", "Set it: no source is asked without it."));
  for (const source of mode === "real" ? [...(catalog?.rateSources.values() ?? [])] : []) {
    if (!source.enabled || source.status !== "open") continue;
    const variable = missingVariable(source, sourceKeys);
    if (variable === null) continue;
    const obtain = source.credential?.obtain ?? "";
    findings.push(
      wrong("keys to sources", `${source.key} is enabled and ${variable} is not set.`, `Get a key: ${obtain}`),
    );
  }
  for (const name of Object.keys(names).filter((name) => /^OPENREMIT_KEY_/.test(name) && !name.endsWith("_FILE"))) {
    const isAsked = [...(catalog?.rateSources.values() ?? [])].some(({ credential }) => credential?.variable === name);
    if (catalog !== null && !isAsked && readVariable(names, name) !== "")
      findings.push(doubtful("keys to sources", `${name} is the key to no source.`, "Correct its name, or remove it."));
  }
  return [...findings, ...checkSite(env)];
}

function checkSite(env: DoctorGround["env"]): Finding[] {
  const { OPENREMIT_PUBLIC_URL: address, OPENREMIT_FORM_SECRET: secret, PROXY_HOPS: hops, HOST: host } = env;
  const findings: Finding[] = [];
  const isPublic = address !== undefined && !/\/\/(localhost|127\.|\[::1\])/.test(address);
  if (address === undefined)
    findings.push(
      doubtful(
        "public address",
        "OPENREMIT_PUBLIC_URL is not set.",
        "Set it once readers have an address to open: sheets and shared texts print it.",
      ),
    );
  else if (isPublic && address.startsWith("http:"))
    findings.push(
      doubtful(
        "public address",
        `${address} is not https.`,
        "Put a certificate in front: what people ask betrays where they come from.",
      ),
    );
  else findings.push(good("public address", address));
  if (secret === undefined)
    findings.push(
      (isPublic ? wrong : doubtful)(
        "form secret",
        "OPENREMIT_FORM_SECRET is not set.",
        "Set the same for every copy of the site (openssl rand -hex 32): else one refuses the forms of another.",
      ),
    );
  else if (new Set(secret).size < 8)
    findings.push(
      wrong("form secret", "it is made of few characters and can be guessed.", "openssl rand -hex 32 makes one."),
    );
  else findings.push(good("form secret", "set"));
  if (isPublic && hops === 0)
    findings.push(
      doubtful(
        "PROXY_HOPS",
        "0, and readers come by a public address.",
        "Set it to the number of reverse proxies in front: else all readers share one limit.",
      ),
    );
  else if (!isPublic && hops > 0 && host !== "127.0.0.1")
    findings.push(
      doubtful(
        "PROXY_HOPS",
        `${hops}, with no public address.`,
        "Right where that many proxies stand in front, as in Compose, and no reader comes past them. Else readers can claim any address: set 0, or HOST=127.0.0.1.",
      ),
    );
  else findings.push(good("PROXY_HOPS", `${hops}`));
  return findings;
}
