import { fromBase64url, joined, utf8, type Bytes } from "../bytes.ts";
import { inflateRaw } from "../inflate.ts";
import { parseObject, text } from "../json.ts";
import { Problem } from "../problem.ts";

const IV = 12;
const TAG = 16;

/** What was in an encrypted file. */
export interface LinkFile {
  /** Its media type, in lower case and without parameters. */
  type: string;
  bytes: Bytes;
}

/** Opens a file of a link: JWE compact, `dir` with A256GCM, perhaps deflated (STU1, section "Encrypting and Decrypting Files"). */
export async function openFile(key: Bytes, jwe: string, most: number): Promise<LinkFile> {
  const [protectedHeader = "", wrapped, iv, body, tag, ...more] = jwe.trim().split(".");
  const header = parseObject(fromBase64url(protectedHeader) ?? "");
  const parts = [iv, body, tag].map((part) => fromBase64url(part ?? ""));
  const [ivBytes, bodyBytes, tagBytes] = parts;
  const isWhole = wrapped === "" && tag !== undefined && more.length === 0;
  if (!header || !isWhole || ivBytes?.length !== IV || !bodyBytes || tagBytes?.length !== TAG) {
    throw new Problem("pageUnreadable");
  }
  const isAllowed = header.alg === "dir" && header.enc === "A256GCM" && header.crit === undefined;
  const type = text(header.cty);
  if (!isAllowed || type === undefined || (header.zip !== undefined && header.zip !== "DEF")) {
    throw new Problem("pageUnreadable");
  }
  const opened = await decrypt(key, ivBytes, joined(bodyBytes, tagBytes), utf8(protectedHeader));
  const bytes = header.zip === "DEF" ? await inflateRaw(opened, most) : opened;
  if (bytes === undefined) {
    throw new Problem("pageUnreadable");
  }
  if (bytes === "too-large") {
    throw new Problem("pageTooLarge");
  }
  return { type: essence(type), bytes };
}

/** A media type in lower case, without parameters. */
export const essence = (type: string): string => (type.split(";")[0] ?? "").trim().toLowerCase();

async function decrypt(key: Bytes, iv: Bytes, sealed: Bytes, additionalData: Bytes): Promise<Bytes> {
  const opener = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
  try {
    const parameters = { name: "AES-GCM", iv, additionalData, tagLength: 8 * TAG };
    return new Uint8Array(await crypto.subtle.decrypt(parameters, opener, sealed));
  } catch {
    throw new Problem("pageUnreadable");
  }
}
