import { faultKinds } from "./faults.ts";

/** What somebody sees who opens the sandbox in a browser. */
export function buildIndexPage(sources: readonly string[], seed: string): string {
  const rows = sources.map((key) => `<li><code>/${key}/…</code></li>`).join("\n");
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>OpenRemit sandbox: simulated prices</title></head>
<body>
<h1>Simulated prices</h1>
<p><strong>Nothing here is real.</strong> This server invents prices and reference rates from the seed
<code>${seed.replaceAll(/[^\w.-]/g, "?")}</code>. It answers in the shape of real sources so that the rest can be tried without
asking them. Every answer carries <code>x-simulated: true</code>.</p>
<ul>
${rows}
</ul>
<p>Faults on demand: <code>PUT /_faults/&lt;source&gt;</code> with <code>{"kind": "…", "times": 1}</code>, kinds ${faultKinds.join(", ")};
<code>DELETE /_faults/&lt;source&gt;</code> takes one away, <code>GET /_faults</code> lists them.</p>
</body>
</html>
`;
}
