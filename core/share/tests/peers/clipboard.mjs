// Our links and cards in npm `kill-the-clipboard`, and its own for us.
//
//     clipboard.mjs read ours.json       opens ours
//     clipboard.mjs make theirs.json     makes its own
import { readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  Directory, SHCIssuer, SHCReader, SHL, SHLManifestBuilder, SHLViewer, decryptSHLFile, encryptSHLFile,
} from 'kill-the-clipboard';

let passed = 0;
function check(name, right) {
  if (!right) {
    console.error(`failed: ${name}`);
    process.exit(1);
  }
  console.log(`ok: ${name}`);
  passed += 1;
}

async function refusal(attempt) {
  try {
    await attempt();
    return null;
  } catch (error) {
    return error.constructor.name;
  }
}

const answer = (status, type, body) => new Response(body, { status, headers: { 'content-type': type } });

async function read(path) {
  const ours = JSON.parse(readFileSync(path, 'utf8'));
  const key = ours.keys.keys[0];
  const reader = new SHCReader({ publicKey: key, useVciDirectory: false });
  const card = await reader.fromJWS(ours.card);
  const bundle = await card.asBundle();
  check('our card', bundle.entry.length === 2 && bundle.entry[1].resource.patient.reference === 'resource:0');
  check('our code', (await reader.fromQRNumeric(ours.numeric)).asJWS() === ours.card);
  check('our file', (await reader.fromFileContent(ours.file)).asJWS() === ours.card);
  check('our expired card is refused', (await refusal(() => reader.fromJWS(ours.expired))) === 'ExpirationError');
  const [head, body, signature] = ours.card.split('.');
  const altered = `${head}.${body}.${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
  check('an altered one is refused', (await refusal(() => reader.fromJWS(altered))) !== null);

  // What a server would answer.
  const fetched = [];
  const { direct, asked } = ours;
  const server = async (url, options = {}) => {
    fetched.push(String(url));
    if (String(url) === asked.location) {
      return answer(200, 'application/jose', asked.located);
    }
    if ((options.method ?? 'GET') === 'GET') {
      return answer(200, 'application/jose', direct.jwe);
    }
    const request = JSON.parse(options.body);
    return request.passcode === asked.passcode
      ? answer(200, 'application/json', asked.manifest)
      : answer(401, 'application/json', '{"remainingAttempts":4}');
  };
  const view = (link) => new SHLViewer({ shlinkURI: link, fetch: server });
  const one = await view(direct.link).resolveSHL({ recipient: 'Peer receiver', shcReaderConfig: { publicKey: key, useVciDirectory: false } });
  check('our direct link', isDeepStrictEqual(one.fhirResources, [ours.bundle]));
  check('the recipient is said', fetched[0].startsWith(`${direct.url}?recipient=Peer`));
  const payload = view(direct.link).shl.payload;
  check('its payload', payload.flag === 'U' && payload.label === 'Für den Empfang' && payload.exp === 4000000000);
  const wrong = await refusal(() => view(asked.link).resolveSHL({ recipient: 'Peer', passcode: '0' }));
  check('a wrong passcode', wrong === 'SHLInvalidPasscodeError');
  const two = await view(asked.link).resolveSHL({
    recipient: 'Peer', passcode: asked.passcode, shcReaderConfig: { publicKey: key, useVciDirectory: false },
  });
  check('our manifest, embedded', isDeepStrictEqual(two.fhirResources, [ours.bundle]));
  check('our manifest, located card', two.smartHealthCards.length === 1 && two.smartHealthCards[0].asJWS() === ours.card);
  const stranger = randomBytes(32).toString('base64url');
  check('not with another key', (await refusal(() => decryptSHLFile({ jwe: direct.jwe, key: stranger }))) !== null);
  console.log(`${passed} passed, 0 failed, 0 skipped`);
}

async function make(path) {
  const iss = 'https://peer.example.org/cards';
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const thumbprint = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify({ crv, kty, x, y })));
  const jwk = { kty, crv, x, y, use: 'sig', alg: 'ES256', kid: Buffer.from(thumbprint).toString('base64url') };
  const patient = 'urn:uuid:0b0e3f14-6d9f-4d0e-8a39-0a6f3a7b0001';
  const bundle = {
    resourceType: 'Bundle', type: 'collection', timestamp: '2026-11-22T10:00:00Z',
    entry: [
      { fullUrl: patient, resource: { resourceType: 'Patient', name: [{ family: 'Example', given: ['Zoë'] }], birthDate: '1970-01-01', gender: 'female' } },
      { fullUrl: 'urn:uuid:0b0e3f14-6d9f-4d0e-8a39-0a6f3a7b0002', resource: {
        resourceType: 'AllergyIntolerance', patient: { reference: patient },
        code: { coding: [{ system: 'http://snomed.info/sct', code: '91936005' }] },
      } },
    ],
  };
  const issue = (expirationTime, rid) => new SHCIssuer({
    issuer: iss, privateKey: pair.privateKey, publicKey: pair.publicKey, expirationTime,
  }).issue(bundle, rid ? { rid } : {});
  const card = await issue(null);
  const expired = await issue(60);
  const revoked = await issue(null, 'peer-1');
  const jws = card.asJWS();
  const other = (await issue(null, 'peer-2')).asJWS();

  const secret = () => randomBytes(32).toString('base64url');
  const direct = SHL.fromPayload({
    url: `https://peer.example.org/d/${secret()}`, key: secret(), exp: 4000000000, flag: 'U', label: 'For the front desk', v: 1,
  });
  const encrypted = async (enableCompression) => {
    const file = await encryptSHLFile({ content: JSON.stringify(bundle), key: direct.key, contentType: 'application/fhir+json', enableCompression });
    return file.jwe ?? file;
  };
  const stored = new Map();
  const asked = SHL.generate({
    baseManifestURL: 'https://peer.example.org/m/', manifestPath: '/manifest.json', expirationDate: new Date(4000000000000), flag: 'P', label: 'With a passcode',
  });
  const builder = new SHLManifestBuilder({
    shl: asked,
    uploadFile: async (content) => {
      const name = secret();
      stored.set(name, content);
      return name;
    },
    getFileURL: async (name) => `https://peer.example.org/f/${name}`,
    loadFile: async (name) => stored.get(name),
  });
  await builder.addFHIRResource({ content: bundle });
  await builder.addHealthCard({ shc: card });
  const located = Object.fromEntries([...stored].map(([name, content]) => [`https://peer.example.org/f/${name}`, content]));
  const directory = { issuerInfo: [{
    issuer: { iss, name: 'Peer' }, keys: [jwk], crls: [{ kid: jwk.kid, method: 'rid', ctr: 1, rids: ['peer-1'] }],
  }] };
  // The list that we read is one that it reads, too.
  check('its directory', Directory.fromJSON(directory).getIssuerByIss(iss) !== undefined);
  writeFileSync(path, JSON.stringify({
    bundle, keys: { keys: [jwk] }, directory, card: jws, numeric: card.asQRNumeric()[0],
    chunks: card.asQRNumeric({ enableChunking: true, maxSingleQRSize: 300 }),
    expired: expired.asJWS(), revoked: revoked.asJWS(),
    forged: `${jws.slice(0, jws.lastIndexOf('.'))}${other.slice(other.lastIndexOf('.'))}`,
    direct: { link: direct.toURI(), packed: await encrypted(true), plain: await encrypted(false) },
    asked: {
      link: asked.toURI(), located, wrong: JSON.stringify({ remainingAttempts: 4 }),
      manifest: JSON.stringify(await builder.buildManifest({ embeddedLengthMax: 900 })),
    },
  }));
}

const [, , what, path] = process.argv;
await (what === 'read' ? read(path) : make(path));
