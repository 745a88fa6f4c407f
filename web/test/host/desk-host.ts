import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ehr } from "./ehr.ts";
import { end, freeAddress, Phone, start, type Running } from "./program.ts";

export const PASSWORD = "correct horse battery";
const FIRST = "the first password";
const ROLES = { cleo: "clinician", fay: "front-desk" };

/** What a browser of somebody has. */
interface Session {
  cookie: string;
  csrf: string;
}

/** A clinic's desk as it is shipped, and a patient with a phone; a relay where it is asked for. */
export class DeskHost {
  private relay: Running | undefined;
  private own: Ehr | undefined;

  private constructor(
    private readonly folder: string,
    private readonly desk: Running,
    readonly phone: Phone,
  ) {}

  /** A desk that nobody has used yet. */
  static async start(): Promise<DeskHost> {
    const folder = mkdtempSync(join(tmpdir(), "web-desk-"));
    return new DeskHost(folder, await startDesk(folder), new Phone(folder));
  }

  /** A desk with an administrator (ada), a clinician (cleo) and somebody at the front (fay). */
  static async withStaff(): Promise<DeskHost> {
    const host = await DeskHost.start();
    await host.ask("POST", "/api/setup", { secret: host.secret, login: "ada", name: "Ada Admin", password: PASSWORD });
    for (const [login, role] of Object.entries(ROLES)) {
      await host.hire(login, role);
    }
    return host;
  }

  /** Gives somebody more an account. */
  async hire(login: string, role: string): Promise<void> {
    const ada = await this.signIn("ada", PASSWORD);
    await this.ask("POST", "/api/staff", { login, name: `${login[0]!.toUpperCase()}${login.slice(1)} Example`, role, password: FIRST }, ada);
    await this.ask("POST", "/api/session/password", { old: FIRST, new: PASSWORD }, await this.signIn(login, FIRST));
  }

  get origin(): string {
    return /http:\/\/127\.0\.0\.1:\d+/.exec(this.desk.said)![0];
  }

  /** By the name that passkeys are bound to. */
  get named(): string {
    return this.origin.replace("127.0.0.1", "localhost");
  }

  /** The number of its process. */
  get process(): number {
    return this.desk.child.pid!;
  }

  /** What makes the first administrator. */
  get secret(): string {
    return /^\s*([0-9a-f]{32})\s*$/m.exec(this.desk.said)![1]!;
  }

  /** Opens sections to who has the code, while the phone is on. */
  async open(...sections: string[]): Promise<{ code: string; address: string; grant: string }> {
    const address = await freeAddress();
    const { grant } = this.phone.run("grant", ...sections, "--address", address, "--code-fd", "3");
    return { code: this.phone.code, address, grant: grant as string };
  }

  /** Opens sections through a relay, behind a passcode; the phone is off. */
  async openAtRelay(passcode: string, ...sections: string[]): Promise<string> {
    if (this.relay === undefined) {
      this.relay = await start(/http:\/\/127\.0\.0\.1:\d+/, ["relay", "--listen", "127.0.0.1:0", "--store", join(this.folder, "relay.sqlite")]);
      this.phone.run("use-relay", /http:\/\/127\.0\.0\.1:\d+/.exec(this.relay.said)![0]);
    }
    this.phone.runWith(passcode, "grant", ...sections, "--relay", "--passcode-fd", "4", "--code-fd", "3");
    return this.phone.code;
  }

  /** Ends all charts at the desk. */
  async endAll(): Promise<void> {
    const session = await this.signIn("fay", PASSWORD);
    const charts = (await (await this.ask("GET", "/api/charts", undefined, session)).json()) as { id: string }[];
    for (const { id } of charts) {
      await this.ask("DELETE", `/api/charts/${id}`, undefined, session);
    }
  }

  /** The clinic's own system, started anew: nobody is confirmed there, and it has the patients that are given. */
  async ehr(...patients: object[]): Promise<Ehr> {
    this.own?.stop();
    this.own = await Ehr.start();
    for (const patient of patients) {
      await this.own.post(patient);
    }
    await this.ask("PUT", "/api/bridge", { base: this.own.base, access: { kind: "open" } }, await this.signIn("ada", PASSWORD));
    return this.own;
  }

  /** Adds a resource to the record. */
  add(resource: object): void {
    const file = join(this.folder, "more.json");
    writeFileSync(file, JSON.stringify(resource));
    this.phone.run("import", file);
  }

  /** What the patient's program writes as the answer to what a clinic asks: both as the text of a file. */
  answer(asked: string, ...words: string[]): string {
    const [request, answer] = [join(this.folder, "check-in.json"), join(this.folder, "answer.json")];
    writeFileSync(request, asked);
    rmSync(answer, { force: true });
    this.phone.run("checkin", request, ...words, "--out", answer);
    return readFileSync(answer, "utf8");
  }

  /** What is asked behind a check-in's link. */
  async asked(link: string): Promise<string> {
    return (await this.ask("GET", new URL(link).pathname)).text();
  }

  /** Leaves an answer behind a check-in's link; what is said to whoever does. */
  async leave(link: string, answer: string): Promise<object> {
    return (await (await this.ask("POST", new URL(link).pathname, answer)).json()) as object;
  }

  async signIn(login: string, password: string): Promise<Session> {
    const answer = await this.ask("POST", "/api/session", { login, password });
    const { csrf } = (await answer.json()) as { csrf: string };
    return { csrf, cookie: answer.headers.get("set-cookie")!.split(";")[0]! };
  }

  /** @param body - a text is JSON already. */
  async ask(method: string, path: string, body?: object | string, session?: Session): Promise<Response> {
    const headers = { ...(body && { "content-type": "application/json" }), ...(session && { cookie: session.cookie, "x-csrf-token": session.csrf }) };
    const answer = await fetch(`${this.origin}${path}`, { method, headers, body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body) });
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    }
    return answer;
  }

  async stop(): Promise<void> {
    await this.phone.stop();
    this.own?.stop();
    await end(this.desk);
    if (this.relay !== undefined) {
      await end(this.relay);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const startDesk = (folder: string): Promise<Running> =>
  start(/Ctrl-C/, ["clinic", "--name", "Lakeside Clinic", "--listen", "127.0.0.1:0", "--data", join(folder, "clinic")]);
