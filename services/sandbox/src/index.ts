export { sandboxEnvironment } from "./environment.ts";
export { type Fault, type FaultKind, faultKinds } from "./faults.ts";
export { createSandbox, type Sandbox, type SandboxOptions } from "./server.ts";
