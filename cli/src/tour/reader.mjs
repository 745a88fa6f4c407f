// Opens a SMART Health Link as a stranger would: nothing of Pocketchart is in here, only what HL7's specification says. Link and
// passcode come as two lines of standard input; the answer is one line of JSON.
import { createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const [link, passcode] = readFileSync(0, 'utf8').split('\n');
const bytes = (text) => Buffer.from(text, 'base64url');
const { url, key } = JSON.parse(bytes(link.split('shlink:/')[1]).toString());

function open(jwe) {
  const [head, , iv, sealed, tag] = jwe.split('.');
  const cipher = createDecipheriv('aes-256-gcm', bytes(key), bytes(iv)).setAAD(Buffer.from(head)).setAuthTag(bytes(tag));
  const plain = Buffer.concat([cipher.update(bytes(sealed)), cipher.final()]);
  return JSON.parse(JSON.parse(bytes(head).toString()).zip === 'DEF' ? inflateRawSync(plain).toString() : plain.toString());
}

const answer = await fetch(url, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ recipient: 'A stranger', passcode, embeddedLengthMax: 10_000_000 }),
});
const files = answer.ok ? (await answer.json()).files.map((file) => open(file.embedded)) : [];
const resources = files.flatMap((file) => file.entry ?? []).map((entry) => entry.resource.resourceType);
const allergies = resources.filter((type) => type === 'AllergyIntolerance').length;
console.log(JSON.stringify({ status: answer.status, allergies }));
