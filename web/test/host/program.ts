import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { root } from "../places.ts";

/** The program, built by `run.sh`. */
const PROGRAM = process.env.POCKETCHART ?? `${root}/target/debug/pocketchart`;

/** A process that goes on, and what it has said. */
export interface Running {
  child: ChildProcess;
  said: string;
}

/** Starts the program, or another one that runs it, and waits until it has said something. */
export async function start(ready: RegExp, words: string[], env: Record<string, string> = {}, around: string[] = []): Promise<Running> {
  const [command, ...rest] = [...around, PROGRAM, ...words] as [string, ...string[]];
  const child = spawn(command, rest, { env: { ...process.env, ...env }, stdio: "pipe" });
  return new Promise((found, failed) => {
    let said = "";
    const hear = (part: Buffer): void => {
      said += part.toString();
      if (ready.test(said)) {
        for (const stream of [child, child.stdout, child.stderr]) {
          stream.removeAllListeners();
        }
        child.stdout.resume();
        child.stderr.resume();
        found({ child, said });
      }
    };
    child.on("exit", () => failed(new Error(`${words.join(" ")}: ${said}`)));
    child.on("error", failed);
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
  });
}

/** What a process says from now on, until it ends. */
export async function rest({ child }: Running): Promise<string> {
  let said = "";
  child.stdout!.on("data", (part: Buffer) => (said += part.toString()));
  await new Promise((ended) => (child.exitCode === null ? child.on("exit", ended) : ended(undefined)));
  return said;
}

/** Ends a process. */
export async function end({ child }: Running): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((done) => child.on("exit", done));
    child.kill();
    await ended;
  }
}

/** A place on this machine where nobody listens yet. */
export async function freeAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `127.0.0.1:${port}`;
}

/** Answers questions as at a terminal: what comes in is typed. */
const TERMINAL = ["python3", "-c", "import pty,sys; pty.spawn(sys.argv[1:])"];

/** A patient's device with the example in its record. */
export class Phone {
  private readonly env: Record<string, string>;
  private readonly waiting: Running[] = [];

  constructor(private readonly folder: string) {
    this.env = {
      POCKETCHART_RECORD: join(folder, "phone"),
      POCKETCHART_PASSPHRASE: "correct horse battery staple",
      XDG_STATE_HOME: join(folder, "state"),
    };
    this.run("create", "--kdf", "fast", "--name", "phone");
    this.run("import", `${root}/examples/maria-okafor.json`);
  }

  /** Runs the program; what it says as JSON. A code goes to a file, as the program says it on a descriptor of its own. */
  run(...words: string[]): Record<string, any> {
    return this.runWith("", ...words);
  }

  /** The same, with what it reads on descriptor 4. */
  runWith(secret: string, ...words: string[]): Record<string, any> {
    const given = join(this.folder, "given");
    writeFileSync(given, secret, { mode: 0o600 });
    const [codes, secrets] = [openSync(this.codes, "w"), openSync(given, "r")];
    try {
      const env = { ...process.env, ...this.env };
      return JSON.parse(execFileSync(PROGRAM, [...words, "--json"], { env, stdio: ["ignore", "pipe", "ignore", codes, secrets], encoding: "utf8" })) as Record<string, any>;
    } catch (error) {
      throw new Error(`${words.join(" ")}: ${(error as { stdout?: string }).stdout}`);
    } finally {
      closeSync(codes);
      closeSync(secrets);
    }
  }

  /** The code that the last command made. */
  get code(): string {
    const [text] = /pocketchart:\/[0-9]+/.exec(readFileSync(this.codes, "utf8"))!;
    return text;
  }

  /** Waits for somebody with a code, and says yes. */
  agrees(address: string): Promise<Running> {
    return this.serve(["--listen", address, "--agree"]);
  }

  /** Waits for somebody with a code, in front of a person who has to answer. */
  asks(address: string): Promise<Running> {
    return this.serve(["--listen", address], TERMINAL);
  }

  /** Waits for nobody any longer. */
  async stop(): Promise<void> {
    await Promise.all(this.waiting.splice(0).map(end));
  }

  private async serve(words: string[], around: string[] = []): Promise<Running> {
    const running = await start(/127\.0\.0\.1:/, ["serve", "--no-announce", ...words], this.env, around);
    this.waiting.push(running);
    return running;
  }

  private get codes(): string {
    return join(this.folder, "codes");
  }
}
