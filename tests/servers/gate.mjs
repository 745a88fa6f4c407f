// The door of a hospital's FHIR server: publishes SMART's discovery document, and lets a request of the app through to the server behind it
// only with an access token whose scopes and patient allow it. An app of a patient reads; a system of the clinic also writes.
//
//     node gate.mjs --port PORT --issuer URL --upstream URL [--refuse TYPE]... [--category] [--unavailable N] [--busy N]
//
//   --refuse TYPE       403 for that type, whatever the token allows (a site of Epic that left it out)
//   --category          400 for a search of Observation without `category` (Epic)
//   --unavailable N     every Nth request is answered 503 with Retry-After: 1
//   --busy N            every Nth request is answered 429 with Retry-After: 1
//
// Every request is a line on standard output: status, method, what was asked for.
import { createPublicKey, verify } from 'node:crypto';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string' },
    issuer: { type: 'string' },
    upstream: { type: 'string' },
    refuse: { type: 'string', multiple: true, default: [] },
    category: { type: 'boolean', default: false },
    unavailable: { type: 'string', default: '0' },
    busy: { type: 'string', default: '0' },
  },
});
const base = `http://127.0.0.1:${options.port}/fhir`;
const fetched = async (url) => (await fetch(url)).json();
const discovery = await fetched(`${options.issuer}/.well-known/openid-configuration`);
const { keys } = await fetched(discovery.jwks_uri);

const configuration = {
  issuer: discovery.issuer,
  jwks_uri: discovery.jwks_uri,
  authorization_endpoint: discovery.authorization_endpoint,
  token_endpoint: discovery.token_endpoint,
  revocation_endpoint: discovery.revocation_endpoint,
  token_endpoint_auth_methods_supported: discovery.token_endpoint_auth_methods_supported,
  token_endpoint_auth_signing_alg_values_supported: discovery.token_endpoint_auth_signing_alg_values_supported,
  grant_types_supported: ['authorization_code', 'refresh_token'],
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
  scopes_supported: ['openid', 'fhirUser', 'offline_access', 'launch/patient', 'patient/*.rs'],
  capabilities: [
    'launch-standalone', 'client-public', 'context-standalone-patient', 'permission-offline', 'permission-patient', 'permission-v1',
    'permission-v2', 'sso-openid-connect',
  ],
};

class Refusal extends Error {
  constructor(status, why, headers = {}) {
    super(why);
    Object.assign(this, { status, headers });
  }
}

function genuine(token) {
  const [head, body, signature] = token.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url'));
  const jwk = keys.find(({ kid }) => kid === header.kid);
  const signed = jwk && header.alg === 'RS256'
    && verify('sha256', Buffer.from(`${head}.${body}`), createPublicKey({ key: jwk, format: 'jwk' }), Buffer.from(signature, 'base64url'));
  if (!signed) {
    throw new Error('signature');
  }
  const claims = JSON.parse(Buffer.from(body, 'base64url'));
  if (claims.iss !== discovery.issuer || ![claims.aud].flat().includes(base)) {
    throw new Error('issuer or audience');
  }
  if (claims.exp * 1000 <= Date.now()) {
    throw new Error('expired');
  }
  return claims;
}

function claimsOf(request) {
  const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  try {
    return genuine(token);
  } catch (error) {
    throw new Refusal(401, `no valid token: ${error.message}`, { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
  }
}

/**
 * Whether one of SMART's scopes of a patient or a system, in the form of its first or second version, allows to `c`reate, `r`ead, `u`pdate or
 * `s`earch a type.
 */
function allowed(scopes, whose, type, letter) {
  return scopes.some((scope) => {
    const [, who, what, how] = /^(patient|system)\/([A-Za-z*]+)\.([a-z*]+)$/.exec(scope) ?? [];
    const letters = { read: 'rs', '*': 'cruds' }[how] ?? how ?? '';
    return who === whose && [type, '*'].includes(what) && letters.includes(letter);
  });
}

/** Lets a system write what its scopes allow: one resource, or each of a transaction. */
function admitWriting({ method }, scopes, [type], body) {
  const parts = type ? [{ request: { method, url: type } }] : JSON.parse(body).entry;
  for (const { request } of parts) {
    const [kind] = request.url.split('/');
    if (!allowed(scopes, 'system', kind, { POST: 'c', PUT: 'u' }[request.method])) {
      throw new Refusal(403, `the scopes ${scopes.join(' ')} do not allow ${request.method} ${kind}`);
    }
  }
}

/** The patient within whom this request may look; undefined for a clinic's system, and for the capability statement, which is open to all. */
function admitted(request, [type, id, operation], search, body) {
  if (type === 'metadata') {
    return undefined;
  }
  const { patient, scope = '' } = claimsOf(request);
  if (request.method !== 'GET') {
    if (patient) {
      throw new Refusal(403, 'an app of the patient only reads');
    }
    admitWriting(request, scope.split(' '), [type], body);
    return undefined;
  }
  if (!type) {
    return patient; // A further page, under a name that the server behind gave.
  }
  const everything = operation === '$everything';
  const letter = id ? 'r' : 's';
  if (options.refuse.includes(type) || (everything && options.refuse.length)) {
    throw new Refusal(403, `no access to ${type}`);
  }
  if (!allowed(scope.split(' '), patient ? 'patient' : 'system', everything ? '*' : type, letter)) {
    throw new Refusal(403, `the scopes ${scope} do not allow ${type}`);
  }
  if (options.category && type === 'Observation' && !id && !search.has('category')) {
    throw new Refusal(400, 'category is required');
  }
  if (!id && patient) {
    const within = search.get('patient') ?? search.get('subject') ?? (type === 'Patient' ? search.get('_id') : null);
    if (within?.replace(/^Patient\//, '') !== patient) {
      throw new Refusal(403, 'a search stays within its patient');
    }
  }
  return patient;
}

function concerns(resource, patient) {
  const whom = resource.resourceType === 'Patient' ? `Patient/${resource.id}` : (resource.subject ?? resource.patient)?.reference;
  return whom === undefined || whom.endsWith(`Patient/${patient}`);
}

let count = 0;
function failsNow() {
  count += 1;
  const every = (number) => Number(number) && count % Number(number) === 0;
  if (every(options.unavailable)) {
    throw new Refusal(503, 'try later', { 'Retry-After': '1' });
  }
  if (every(options.busy)) {
    throw new Refusal(429, 'too many requests', { 'Retry-After': '1' });
  }
}

async function pass(request) {
  const address = new URL(request.url, base);
  if (!address.pathname.startsWith('/fhir')) {
    throw new Refusal(404, 'no such place');
  }
  const path = address.pathname.slice('/fhir/'.length);
  if (path === '.well-known/smart-configuration') {
    return { status: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(configuration) };
  }
  failsNow();
  const parts = path.split('/');
  const sent = Buffer.concat(await request.toArray());
  const patient = admitted(request, parts, address.searchParams, sent);
  const headers = new Headers({ Accept: request.headers.accept ?? '*/*' });
  for (const name of ['cache-control', 'content-type', 'if-match', 'if-none-exist']) {
    if (request.headers[name]) {
      headers.set(name, request.headers[name]);
    }
  }
  const { method } = request;
  const answer = await fetch(`${options.upstream}${path && `/${path}`}${address.search}`, { method, headers, body: sent.length ? sent : undefined });
  const body = Buffer.from(await answer.arrayBuffer());
  const isResource = (answer.headers.get('content-type') ?? '').includes('json');
  if (patient && answer.ok && parts.length === 2 && isResource && !concerns(JSON.parse(body), patient)) {
    throw new Refusal(403, 'another patient');
  }
  return { status: answer.status, headers: { 'Content-Type': answer.headers.get('content-type') }, body };
}

createServer(async (request, response) => {
  let answer;
  try {
    answer = await pass(request);
  } catch (error) {
    const issue = [{ severity: 'error', code: 'processing', diagnostics: error.message }];
    answer = {
      status: error.status ?? 502,
      headers: { ...error.headers, 'Content-Type': 'application/fhir+json' },
      body: JSON.stringify({ resourceType: 'OperationOutcome', issue }),
    };
  }
  response.writeHead(answer.status, answer.headers).end(answer.body);
  console.log(`${answer.status} ${request.method} ${request.url}`);
}).listen(Number(options.port), '127.0.0.1', () => console.log('ready'));
