// npm `kill-the-clipboard` as somebody else's app.
//
//     peer.mjs open LINK [PASSCODE]   opens a link; prints its resources, or the name of the library's error with exit status 1
//     peer.mjs serve                  hosts links that it made: prints them, serves until its standard input ends
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { SHL, SHLManifestBuilder, SHLViewer, encryptSHLFile } from 'kill-the-clipboard';

const BUNDLE = {
  resourceType: 'Bundle', type: 'collection', timestamp: '2026-11-22T10:00:00Z',
  entry: [
    { fullUrl: 'urn:uuid:0b0e3f14-6d9f-4d0e-8a39-0a6f3a7b0001', resource: { resourceType: 'Patient', name: [{ family: 'Example', given: ['Zoë'] }], birthDate: '1970-01-01', gender: 'female' } },
    { fullUrl: 'urn:uuid:0b0e3f14-6d9f-4d0e-8a39-0a6f3a7b0003', resource: {
      resourceType: 'Condition', subject: { reference: 'urn:uuid:0b0e3f14-6d9f-4d0e-8a39-0a6f3a7b0001' }, code: { text: 'Asthma' },
    } },
    { fullUrl: 'urn:uuid:0b0e3f14-6d9f-4d0e-8a39-0a6f3a7b0002', resource: {
      resourceType: 'AllergyIntolerance', patient: { reference: 'urn:uuid:0b0e3f14-6d9f-4d0e-8a39-0a6f3a7b0001' }, code: { text: 'Latex' },
    } },
  ],
};
const PASSCODE = 'lily 88';

async function open(link, passcode) {
  try {
    const { fhirResources } = await new SHLViewer({ shlinkURI: link }).resolveSHL({ recipient: 'A peer', passcode });
    console.log(JSON.stringify(fhirResources));
  } catch (error) {
    console.log(error.constructor.name);
    process.exitCode = 1;
  }
}

async function serve() {
  const secret = () => randomBytes(32).toString('base64url');
  const files = new Map();
  let builder;
  let attempts = 3;
  let direct;
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', async () => {
      const { pathname, searchParams } = new URL(request.url, 'http://localhost');
      const send = (status, type, body) => response.writeHead(status, { 'content-type': type }).end(body);
      if (request.method === 'POST' && pathname.endsWith('/manifest.json')) {
        const asked = JSON.parse(Buffer.concat(parts).toString());
        if (!asked.recipient) return send(400, 'text/plain', '');
        if (asked.passcode !== PASSCODE) {
          attempts -= 1;
          return send(401, 'application/json', JSON.stringify({ remainingAttempts: attempts }));
        }
        return send(200, 'application/json', JSON.stringify(await builder.buildManifest({ embeddedLengthMax: 100 })));
      }
      if (direct && pathname === direct.path && searchParams.get('recipient')) return send(200, 'application/jose', direct.jwe);
      if (files.has(pathname)) return send(200, 'application/jose', files.get(pathname));
      return send(pathname.startsWith('/busy/') ? 429 : 404, 'text/plain', '');
    });
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const base = `http://127.0.0.1:${server.address().port}`;
  const asked = SHL.generate({
    baseManifestURL: `${base}/m/`, manifestPath: '/manifest.json', expirationDate: new Date(4000000000000), flag: 'P', label: 'From a peer',
  });
  builder = new SHLManifestBuilder({
    shl: asked,
    uploadFile: async (content) => {
      const name = `/f/${secret()}`;
      files.set(name, content);
      return name;
    },
    getFileURL: async (name) => `${base}${name}`,
    loadFile: async (name) => files.get(name),
  });
  await builder.addFHIRResource({ content: BUNDLE });
  const one = (place) => SHL.fromPayload({ url: `${base}/${place}/${secret()}`, key: secret(), exp: 4000000000, flag: 'U', v: 1 });
  const shl = one('d');
  const file = await encryptSHLFile({ content: JSON.stringify(BUNDLE), key: shl.key, contentType: 'application/fhir+json', enableCompression: true });
  direct = { path: new URL(shl.payload.url).pathname, jwe: file.jwe ?? file };
  console.log(JSON.stringify({
    asked: asked.toURI(), passcode: PASSCODE, direct: shl.toURI(), gone: one('gone').toURI(), busy: one('busy').toURI(), bundle: BUNDLE,
  }));
  process.stdin.resume().on('end', () => process.exit(0));
}

const [what, ...given] = process.argv.slice(2);
await (what === 'open' ? open(...given) : serve());
