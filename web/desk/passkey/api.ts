import { make, prove, type Answer, type Question } from "./ceremony.ts";

/** Times are seconds since 1970. */
export interface Passkey {
  id: string;
  name: string;
  /** The name by which a browser has to call the desk for it. */
  host: string;
  made: number;
  used: number | null;
  synced: boolean;
}

export interface PasskeysOfAll {
  passkey: "required" | "optional";
  accounts: { account: string; passkeys: number }[];
}

/** What shows just now who somebody is. */
export type Proof = { password: string } | { passkey: Answer };

type Ask = <T>(method: string, path: string, body?: object) => Promise<T>;

/** Passkeys in the desk's interface. */
export class Passkeys {
  constructor(private readonly ask: Ask) {}

  /** The own ones. */
  all(): Promise<Passkey[]> {
    return this.ask("GET", "passkeys");
  }

  /** Has whoever is at this browser prove one. */
  async prove(): Promise<Proof> {
    return { passkey: await prove(await this.ask<Question>("POST", "passkeys/question")) };
  }

  /** Has the browser make one. */
  async add(name: string, proof: Proof): Promise<Passkey> {
    const made = await make(await this.ask<Question>("POST", "passkeys/new", { proof }));
    return this.ask("POST", "passkeys", { ...made, name });
  }

  remove(id: string, proof: Proof): Promise<void> {
    return this.ask("POST", `passkeys/${id}/remove`, { proof });
  }

  ofAll(): Promise<PasskeysOfAll> {
    return this.ask("GET", "staff/passkeys");
  }

  require(is: boolean): Promise<PasskeysOfAll> {
    return this.ask("PUT", "staff/passkeys", { passkey: is ? "required" : "optional" });
  }

  /** Removes all of an account. */
  takeBack(account: string): Promise<void> {
    return this.ask("DELETE", `staff/${account}/passkeys`);
  }
}
