import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../places.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
};

/** Serves `web/dist` as any static host does: compressed, with the headers of docs/emergency-page.md. */
export class PageHost {
  /** Files that stand in the place of those of the page. */
  readonly instead = new Map<string, string>();

  private constructor(private readonly server: Server) {}

  static async start(folder = join(root, "web/dist")): Promise<PageHost> {
    const server = createServer();
    const host = new PageHost(server);
    server.on("request", async (request, response) => {
      const path = normalize(decodeURIComponent((request.url ?? "/").split("?")[0]!));
      const name = path.endsWith("/") ? `${path}index.html` : path;
      const content = host.instead.get(name) ?? (await readFile(join(folder, name)).catch(() => undefined));
      if (content === undefined) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, {
        "content-type": TYPES[extname(name)] ?? "application/octet-stream",
        "content-encoding": "gzip",
        "content-security-policy": "frame-ancestors 'none'",
        "x-content-type-options": "nosniff",
        "cache-control": "no-cache",
      });
      response.end(gzipSync(content, { level: 9 }));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return host;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
