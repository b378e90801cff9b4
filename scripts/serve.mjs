// A static server for the built page, for this machine only.
// Run by itself: node scripts/serve.mjs DIRECTORY [--open]

import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const HOST = "127.0.0.1";

/**
 * Serves a directory under a path that begins and ends with a slash.
 * Port 0 takes any free port. Resolves to the server and its address.
 */
export function serve(directory, { port = 0, path = "/" } = {}) {
  // dev: read each file from disk every time, so that a rebuild shows at once.
  // gzip and brotli: send FILE.gz or FILE.br where there is one and the browser takes it.
  const files = sirv(directory, { dev: true, gzip: true, brotli: true });
  const server = createServer((request, response) => {
    const notFound = () => response.writeHead(404).end("Not found");
    if (!request.url.startsWith(path)) return notFound();
    request.url = request.url.slice(path.length - 1);
    files(request, response, notFound);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      resolve({ server, url: `http://${HOST}:${server.address().port}${path}` });
    });
  });
}

async function serveOnFreePort(directory, firstPort) {
  for (let port = firstPort; port < firstPort + 100; port += 1) {
    try {
      return await serve(directory, { port });
    } catch (error) {
      if (error.code !== "EADDRINUSE") throw error;
      console.log(`Port ${port} is in use by another program; trying ${port + 1}.`);
    }
  }
  throw new Error(`No free port from ${firstPort} to ${firstPort + 99}.`);
}

function openBrowser(url) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const onMac = process.platform === "darwin";
  if (!onMac && !DISPLAY && !WAYLAND_DISPLAY) return;
  const opener = spawn(onMac ? "open" : "xdg-open", [url], { stdio: "ignore", detached: true });
  // Without an opener the printed address is enough.
  opener.on("error", () => {});
  opener.unref();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [directory, ...options] = process.argv.slice(2);
  const { url } = await serveOnFreePort(directory, 8080);
  console.log(`\nHandlingsrom is at ${url}\nStop with Ctrl+C.`);
  if (options.includes("--open")) openBrowser(url);
}
