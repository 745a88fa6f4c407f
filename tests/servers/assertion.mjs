// Keys of an app, and what it signs with them, by Node's own cryptography.
//
//     node assertion.mjs make                          a new key for ES384 and one for RS384: {"es384": PEM, "rs384": PEM, "set": JWKS}
//     node assertion.mjs sign --key FILE --client ID --audience URL [--seconds N] [--jti ID]
//
// --seconds is how long it holds, less than 0 for one that has ended.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { positionals: [what], values: options } = parseArgs({
  allowPositionals: true,
  options: {
    key: { type: 'string' },
    client: { type: 'string' },
    audience: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    jti: { type: 'string', default: randomUUID() },
  },
});

/** The public half as a JSON Web Key, named by its thumbprint (RFC 7638). */
function published(key) {
  const jwk = createPublicKey(key).export({ format: 'jwk' });
  const names = { EC: ['crv', 'kty', 'x', 'y'], RSA: ['e', 'kty', 'n'] }[jwk.kty];
  const members = Object.fromEntries(names.map((name) => [name, jwk[name]]));
  const kid = createHash('sha256').update(JSON.stringify(members)).digest('base64url');
  return { ...members, kid, alg: jwk.kty === 'EC' ? 'ES384' : 'RS384', use: 'sig' };
}

function make() {
  const es384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
  const rs384 = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const pem = (key) => key.export({ type: 'pkcs8', format: 'pem' });
  return JSON.stringify({ es384: pem(es384), rs384: pem(rs384), set: { keys: [published(es384), published(rs384)] } });
}

function signed() {
  const key = createPrivateKey(readFileSync(options.key));
  const { alg, kid } = published(key);
  const claims = {
    iss: options.client, sub: options.client, aud: options.audience, jti: options.jti,
    exp: Math.floor(Date.now() / 1000) + Number(options.seconds),
  };
  const parts = [{ alg, kid, typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${parts}.${sign('sha384', Buffer.from(parts), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

console.log(what === 'make' ? make() : signed());
