import { createServer, type Server } from "node:https";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { selfSigned } from "./tls.ts";

/** What a request gets. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The connection is cut instead. */
  hangsUp?: boolean;
}

/** A request as it came. */
export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
}

const NOTHING: Reply = { status: 404 };

/** Where links and the keys of health cards are served: HTTPS, for every origin, with a certificate of its own. */
export class HealthHost {
  readonly asked: Asked[] = [];
  private readonly replies = new Map<string, (asked: Asked) => Reply>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<HealthHost> {
    const server = createServer(selfSigned());
    const host = new HealthHost(server);
    server.on("request", async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) {
        parts.push(part as Buffer);
      }
      const asked = { method: request.method!, path: request.url!, headers: request.headers, body: Buffer.concat(parts).toString() };
      const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "content-type", "access-control-expose-headers": "retry-after" };
      if (request.method === "OPTIONS") {
        response.writeHead(204, cors).end();
        return;
      }
      host.asked.push(asked);
      const { status = 200, headers = {}, body = "", hangsUp } = host.replies.get(asked.path.split("?")[0]!)?.(asked) ?? NOTHING;
      if (hangsUp) {
        request.socket.destroy();
        return;
      }
      response.writeHead(status, { ...cors, ...headers }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return host;
  }

  get origin(): string {
    return `https://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Answers a path from now on. */
  on(path: string, reply: Reply | ((asked: Asked) => Reply)): string {
    this.replies.set(path, typeof reply === "function" ? reply : () => reply);
    return this.origin + path;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
