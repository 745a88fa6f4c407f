import { Problem } from "../problem.ts";

/** What the desk asks of a browser about a passkey, in WebAuthn's JSON. */
export interface Question {
  question: string;
  options: object;
}

/** What the browser answers, in the same. */
export interface Answer {
  question: string;
  credential: object;
}

/** Whether browsers have passkeys for the desk as this page was called: by a name, and where nobody else can change it on its way. */
export const hasPasskeys = (): boolean => isSecureContext && "PublicKeyCredential" in window && !/^\[|^[\d.]+$/.test(location.hostname);

/** Proves a passkey. */
export const prove = ({ question, options }: Question): Promise<Answer> =>
  answer(question, () => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) }));

/** Makes a passkey. */
export const make = ({ question, options }: Question): Promise<Answer> =>
  answer(question, () => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) }));

async function answer(question: string, ask: () => Promise<Credential | null>): Promise<Answer> {
  try {
    const credential = (await ask()) as PublicKeyCredential;
    return { question, credential: credential.toJSON() as object };
  } catch (error) {
    // The device says that it has one of this account's already; all else it keeps to itself, whether somebody said no or had none.
    throw Problem.of(error instanceof DOMException && error.name === "InvalidStateError" ? "deskPasskeyKnown" : "uiPasskeyStopped");
  }
}
