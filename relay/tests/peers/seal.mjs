// Seals the FHIR resource of standard input under the key of the first argument, as an app that is not ours does.
import { readFileSync } from 'node:fs';
import { encryptSHLFile } from 'kill-the-clipboard';

const file = await encryptSHLFile({
  content: readFileSync(0, 'utf8'),
  key: process.argv[2],
  contentType: 'application/fhir+json',
  enableCompression: true,
});
console.log(file.jwe ?? file);
