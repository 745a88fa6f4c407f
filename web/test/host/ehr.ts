import { spawn, type ChildProcess } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";
import { freeAddress } from "./program.ts";

/** Medplum's FHIR router, as tests/servers has it; `run.sh` says where. */
const SERVERS = process.env.SERVERS ?? join(homedir(), ".cache/pocketchart/servers");

type Resource = Record<string, any>;

/** A clinic's own FHIR server, by others than us. What it holds lives in its memory. */
export class Ehr {
  private constructor(
    private readonly server: ChildProcess,
    /** Its FHIR address. */
    readonly base: string,
  ) {}

  static async start(): Promise<Ehr> {
    const address = await freeAddress();
    const base = `http://${address}/fhir`;
    const server = spawn("node", [join(SERVERS, "medplum.mjs"), "--port", address.split(":")[1]!, "--base", base], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise<void>((ready, failed) => {
      server.stdout!.on("data", (part: Buffer) => part.toString().includes("ready") && ready());
      server.on("exit", (code) => failed(new Error(`the FHIR server ended with ${code}`)));
    });
    return new Ehr(server, base);
  }

  /** Makes a resource. */
  async post(resource: Resource): Promise<Resource> {
    return this.ask("POST", resource.resourceType as string, resource);
  }

  /** Changes a resource, as somebody who works there would. */
  async put(resource: Resource): Promise<Resource> {
    return this.ask("PUT", `${resource.resourceType}/${resource.id}`, resource);
  }

  /** All that it has of a type. */
  async all(type: string): Promise<Resource[]> {
    const { entry = [] } = await this.ask("GET", `${type}?_count=50`);
    return (entry as { resource: Resource }[]).map((it) => it.resource);
  }

  async remove(type: string, id: string): Promise<void> {
    await this.ask("DELETE", `${type}/${id}`);
  }

  stop(): void {
    this.server.removeAllListeners();
    this.server.kill();
  }

  private async ask(method: string, path: string, body?: Resource): Promise<Resource> {
    const answer = await fetch(`${this.base}/${path}`, { method, headers: { "content-type": "application/fhir+json" }, body: body === undefined ? null : JSON.stringify(body) });
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    }
    return (await answer.json()) as Resource;
  }
}

/** The patient of the example as a clinic knows her. */
export const MARIA: Resource = {
  resourceType: "Patient",
  identifier: [{ system: "https://lakeside.example/mrn", value: "LC-204417" }],
  name: [{ family: "Okafor", given: ["Maria", "Adaeze"] }],
  birthDate: "1984-02-29",
  gender: "female",
};
