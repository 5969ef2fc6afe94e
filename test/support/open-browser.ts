import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { type Browser, chromium } from "playwright-core";

const inflate = promisify(brotliDecompress);
const pack = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..", "..", "bin");
const { version } = JSON.parse(readFileSync(join(pack, "..", "package.json"), "utf8")) as { version: string };
/** In the checkout, so that nobody meets the browser of another user, and none is unpacked twice. */
const home = resolve(`node_modules/.cache/chromium-${version}-arabic`);
/** The browser's own fonts have no Arabic letters, and a page without its letters proves nothing. */
const arabicFonts = ["400Regular/NotoSansArabic_400Regular.ttf", "700Bold/NotoSansArabic_700Bold.ttf"];

/**
 * A Chromium without a window: the one at `CHROME_PATH`, else on Linux the one that npm brought, with its own libraries
 * and fonts, else the Chrome of this machine.
 */
export async function openBrowser(): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-gpu"];
  if (process.env.CHROME_PATH) return chromium.launch({ executablePath: process.env.CHROME_PATH, args });
  if (process.platform !== "linux" || process.arch !== "x64") return chromium.launch({ channel: "chrome", args });
  if (!existsSync(home)) await unpack();
  const env = { ...process.env, LD_LIBRARY_PATH: join(home, "lib"), FONTCONFIG_PATH: home };
  return chromium.launch({ executablePath: join(home, "chromium"), args, env });
}

/** Whole or not at all: a run that is stopped in the middle leaves no half browser behind. */
async function unpack(): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  const half = await mkdtemp(`${home}-`);
  const program = join(half, "chromium");
  await writeFile(program, await inflate(await readFile(join(pack, "chromium.br"))));
  await chmod(program, 0o755);
  for (const archive of ["al2023.tar.br", "fonts.tar.br"]) {
    const input = await inflate(await readFile(join(pack, archive)));
    const { status, stderr } = spawnSync("tar", ["-xf", "-", "-C", half], { input });
    if (status !== 0) throw new Error(`${archive} cannot be unpacked: ${stderr}`);
  }
  const { resolve: locate } = createRequire(import.meta.url);
  for (const font of arabicFonts) {
    await copyFile(locate(`@expo-google-fonts/noto-sans-arabic/${font}`), join(half, "fonts", basename(font)));
  }
  const config = `<?xml version="1.0"?><fontconfig><dir>${join(home, "fonts")}</dir><cachedir>${join(home, "font-cache")}</cachedir></fontconfig>`;
  await writeFile(join(half, "fonts.conf"), config);
  await rename(half, home).catch(() => rm(half, { recursive: true, force: true }));
}
