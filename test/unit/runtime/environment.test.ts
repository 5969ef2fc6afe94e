import { describe, expect, it } from "@jest/globals";
import { ConfigError } from "@openremit/shared/domain";
import { baseEnvironment, parseEnvironment, portVariable, serverEnvironment } from "@openremit/shared/runtime";

function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("parseEnvironment", () => {
  it("starts simulated, with ./config and info logs, when nothing is set", () => {
    expect(parseEnvironment({}, baseEnvironment)).toEqual({
      OPENREMIT_MODE: "simulated",
      OPENREMIT_CONFIG_DIR: "./config",
      LOG_LEVEL: "info",
    });
  });

  it("takes an empty value for one that is not set", () => {
    expect(parseEnvironment({ OPENREMIT_MODE: "", REDIS_URL: "" }, baseEnvironment).OPENREMIT_MODE).toBe("simulated");
  });

  it("reads the variables a process adds and leaves strangers alone", () => {
    const schema = baseEnvironment.pick({ OPENREMIT_MODE: true }).extend({ PORT: portVariable(3000) });
    expect(parseEnvironment({ PORT: "8080", PATH: "/bin" }, schema)).toEqual({
      OPENREMIT_MODE: "simulated",
      PORT: 8080,
    });
  });

  it("names every missing variable and what to set it to", () => {
    expect(problemsOf(() => parseEnvironment({}, serverEnvironment))).toEqual([
      "REDIS_URL is not set. Set REDIS_URL to the address of Redis, such as redis://127.0.0.1:6379, or to those of a cluster's nodes with commas between them.",
      "DATABASE_URL is not set. Set DATABASE_URL to the address of PostgreSQL, such as postgresql://user:password@127.0.0.1:5432/openremit.",
    ]);
  });

  it.each([
    [
      { OPENREMIT_MODE: "live" },
      "OPENREMIT_MODE is not a mode. Set OPENREMIT_MODE to simulated (sandbox prices) or real (sources you enabled).",
    ],
    [
      { REDIS_URL: "http://localhost" },
      "REDIS_URL is not such an address. Set REDIS_URL to the address of Redis, such as redis://127.0.0.1:6379, or to those of a cluster's nodes with commas between them.",
    ],
    [
      { OPENREMIT_CONTACT: "me\r\nX-Evil: 1" },
      "OPENREMIT_CONTACT is neither an e-mail address nor an https address. Set OPENREMIT_CONTACT to an e-mail or https address where the operators of sources can reach you.",
    ],
    [
      { LOG_LEVEL: "loud" },
      "LOG_LEVEL is not a level. Set LOG_LEVEL to fatal, error, warn, info, debug, trace or silent.",
    ],
    [{ PORT: "70000" }, "PORT is not a port. Set PORT to a TCP port between 0 and 65535."],
    [{ PORT: "web" }, "PORT is not a port. Set PORT to a TCP port between 0 and 65535."],
    [{ PORT: "80.5" }, "PORT is not a port. Set PORT to a TCP port between 0 and 65535."],
  ])("refuses %j with the way to mend it", (env, problem) => {
    const schema = baseEnvironment.extend({ PORT: portVariable(3000) });
    expect(problemsOf(() => parseEnvironment(env, schema))).toEqual([problem]);
  });

  it("never repeats a value, which may be a secret", () => {
    const env = { DATABASE_URL: "mysql://root:hunter2@db/x" };
    expect(problemsOf(() => parseEnvironment(env, baseEnvironment)).join()).not.toContain("hunter2");
  });

  it.each(["ops@example.org", "https://example.org/contact"])("takes %s as a contact", (contact) => {
    expect(parseEnvironment({ OPENREMIT_CONTACT: contact }, baseEnvironment).OPENREMIT_CONTACT).toBe(contact);
  });
});
