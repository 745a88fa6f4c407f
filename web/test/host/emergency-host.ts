import { execFileSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as ask } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { moved } from "../standing.ts";
import { Phone, start } from "./program.ts";
import { selfSigned } from "./tls.ts";

/** What the way to the relay does with an answer. */
export type Meddle = (path: string, status: number, body: Buffer) => { status: number; body: Buffer; headers?: Record<string, string> } | "cut";

/** A relay as it is shipped, a patient whose program uses it, and HTTPS in front of it, as a browser needs. */
export class EmergencyHost {
  /** Paths that were asked for through HTTPS, but for those that ask what may be asked. */
  readonly asked: string[] = [];
  meddle: Meddle | undefined;

  private constructor(
    private readonly folder: string,
    private readonly relay: ChildProcess,
    private readonly inside: string,
    private readonly outside: Server,
    private readonly phone: Phone,
  ) {}

  static async start(): Promise<EmergencyHost> {
    const folder = mkdtempSync(join(tmpdir(), "web-relay-"));
    const store = join(folder, "relay.sqlite");
    const { child: relay, said } = await start(/http:\/\/127\.0\.0\.1:\d+/, ["relay", "--listen", "127.0.0.1:0", "--store", store]);
    const [inside] = /http:\/\/127\.0\.0\.1:\d+/.exec(said)!;
    const outside = createServer(selfSigned());
    const host = new EmergencyHost(folder, relay, inside, outside, new Phone(folder));
    outside.on("request", (request, response) => {
      const parts: Buffer[] = [];
      if (request.method !== "OPTIONS") {
        host.asked.push(request.url!);
      }
      const onward = ask(`${inside}${request.url}`, { method: request.method, headers: request.headers }, (answer) => {
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const body = Buffer.concat(parts);
          const meddled = request.method === "OPTIONS" ? undefined : host.meddle?.(request.url!, answer.statusCode!, body);
          if (meddled === "cut") {
            request.socket.destroy();
            return;
          }
          const { status, body: sent, headers } = meddled ?? { status: answer.statusCode!, body, headers: {} };
          const { "content-length": _, "transfer-encoding": __, ...kept } = answer.headers;
          response.writeHead(status, { ...kept, ...headers }).end(sent);
        });
      });
      onward.on("error", () => request.socket.destroy());
      request.pipe(onward);
    });
    await new Promise<void>((done) => outside.listen(0, "127.0.0.1", done));
    host.patient("use-relay", inside);
    return host;
  }

  get origin(): string {
    return `https://127.0.0.1:${(this.outside.address() as AddressInfo).port}`;
  }

  /** Runs the patient's program; what it says as JSON. */
  patient(...words: string[]): Record<string, any> {
    return this.phone.run(...words);
  }

  /** Leaves a standing code at the relay: its digits, by the relay's address behind HTTPS. */
  code(wait: number, ...sections: string[]): string {
    this.patient("break-glass", "standing", ...sections, "--as", "Maria Okafor", "--wait", String(wait), "--code-fd", "3");
    return moved(this.phone.code, this.inside, this.origin);
  }

  /** Adds a resource to the record. */
  add(resource: object): void {
    const file = join(this.folder, "more.json");
    writeFileSync(file, JSON.stringify(resource));
    this.patient("import", file);
  }

  /** Lets so many seconds pass for all who wait, in the relay's own book: no test waits for a clock. */
  pass(seconds: number): void {
    const change = "import sqlite3,sys\nbook=sqlite3.connect(sys.argv[1],timeout=20)\nbook.execute('UPDATE take SET ready=ready-?',(int(sys.argv[2]),))\nbook.commit()";
    execFileSync("python3", ["-c", change, join(this.folder, "relay.sqlite"), String(seconds)]);
  }

  stop(): void {
    this.outside.closeAllConnections();
    this.outside.close();
    this.relay.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
