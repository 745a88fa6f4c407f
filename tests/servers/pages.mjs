// A plain FHIR server without authorization that holds one patient with any number of small findings, made as they are asked for: for
// records larger than a real server takes in while one waits.
//
//     node pages.mjs --port PORT --batch COUNT@TIME [--batch COUNT@TIME]...
//
// Each batch is so many findings that came to the server at that moment, oldest batch first; the patient came with the first one. Every
// request is a line on standard output: status, method, what was asked for.
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({ options: { port: { type: 'string' }, batch: { type: 'string', multiple: true } } });
const base = `http://127.0.0.1:${options.port}/fhir`;
const LARGEST_PAGE = 200;
const BIRTH = Date.parse('1970-01-01T00:00:00Z');

let total = 0;
/** The number of each batch's first finding, and when the batch came. */
const batches = options.batch.map((batch) => {
  const [count, time] = batch.split('@');
  const first = total;
  total += Number(count);
  return { first, time, moment: Date.parse(time) };
});
const batchOf = (number) => batches.findLast(({ first }) => first <= number);

const patient = {
  resourceType: 'Patient', id: 'many', meta: { versionId: '1', lastUpdated: batches[0].time },
  name: [{ family: 'Okoro', given: ['Ada'] }], gender: 'female', birthDate: '1970-01-01',
};
const finding = (number) => ({
  resourceType: 'Observation', id: `o${number}`, meta: { versionId: '1', lastUpdated: batchOf(number).time }, status: 'final',
  category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] }],
  code: { coding: [{ system: 'http://loinc.org', code: '8867-4', display: 'Heart rate' }] },
  subject: { reference: 'Patient/many' }, effectiveDateTime: new Date(BIRTH + number * 3_600_000).toISOString(),
  valueQuantity: { value: 50 + (number % 60), unit: '/min', system: 'http://unitsofmeasure.org', code: '/min' },
});
const capabilities = {
  resourceType: 'CapabilityStatement', status: 'active', date: batches[0].time, kind: 'instance', software: { name: 'pages' },
  implementation: { description: 'many findings', url: base }, fhirVersion: '4.0.1', format: ['json'],
  rest: [{
    mode: 'server',
    resource: ['Patient', 'Observation'].map((type) => ({
      type, interaction: [{ code: 'read' }, { code: 'search-type' }],
      searchParam: [{ name: '_lastUpdated', type: 'date' }, { name: 'patient', type: 'reference' }],
    })),
  }],
};

function search(type, query) {
  const since = query.getAll('_lastUpdated').filter((value) => value.startsWith('ge')).map((value) => Date.parse(value.slice(2)));
  const fresh = batches.find(({ moment }) => since.every((limit) => moment >= limit));
  const first = fresh?.first ?? total;
  const count = Math.min(Number(query.get('_count') ?? LARGEST_PAGE), LARGEST_PAGE);
  const from = Math.max(first, Number(query.get('from') ?? 0));
  const held = { Observation: total, Patient: first === 0 ? 1 : 0 }[type] ?? 0;
  const entry = [];
  for (let number = from; number < Math.min(from + count, held); number += 1) {
    const resource = type === 'Patient' ? patient : finding(number);
    entry.push({ fullUrl: `${base}/${type}/${resource.id}`, resource, search: { mode: 'match' } });
  }
  const link = [];
  if (from + count < held) {
    const next = new URLSearchParams(query);
    next.set('from', from + count);
    link.push({ relation: 'next', url: `${base}/${type}?${next}` });
  }
  return { resourceType: 'Bundle', type: 'searchset', link, ...(entry.length && { entry }) };
}

function answer(address) {
  const [, root, type, id, ...more] = address.pathname.split('/');
  if (root !== 'fhir' || more.length || !/^(metadata|[A-Z][A-Za-z]*)$/.test(type ?? '')) {
    return undefined;
  }
  if (type === 'metadata') {
    return capabilities;
  }
  if (!id) {
    return search(type, address.searchParams);
  }
  const number = Number(/^o(\d+)$/.exec(id)?.[1]);
  return { Patient: id === 'many' ? patient : undefined, Observation: number < total ? finding(number) : undefined }[type];
}

createServer((request, response) => {
  const resource = answer(new URL(request.url, base));
  const missing = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-found' }] };
  const status = resource ? 200 : 404;
  response.writeHead(status, { 'Content-Type': 'application/fhir+json' }).end(JSON.stringify(resource ?? missing));
  console.log(`${status} ${request.method} ${request.url}`);
}).listen(Number(options.port), '127.0.0.1', () => console.log('ready'));
