// Finds the Chromium to test with. Run by itself it prints the path, or says
// that there is none and exits with 1.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const CANDIDATES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

// `--version` tells a browser from a stub: on Ubuntu the apt package installs
// a script that only says how to get the snap.
function version(command) {
  const run = spawnSync(command, ["--version"], { encoding: "utf8" });
  return run.status === 0 ? run.stdout.trim() : null;
}

function fullPath(command) {
  if (command.includes("/")) return command;
  const run = spawnSync("sh", ["-c", 'command -v "$0"', command], { encoding: "utf8" });
  return run.stdout.trim();
}

/** Path of the browser; the environment variable CHROMIUM overrules the search. */
export function findChromium() {
  const wanted = process.env.CHROMIUM;
  const found = (wanted ? [wanted] : CANDIDATES).find(version);
  if (found) return fullPath(found);
  throw new Error(
    wanted
      ? `CHROMIUM is set to ${wanted}, which does not start.`
      : "No Chromium found (looked for chromium, chromium-browser and google-chrome).",
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(findChromium());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
