// A hospital's authorization server for SMART App Launch, on loopback: the certified OpenID provider `oidc-provider`.
//
//     node authority.mjs --port PORT --fhir URL --patient ID [--quirk NAME]... [--deny SCOPE]... [--keys FILE [--algorithm NAME]...]
//
// --fhir is the base address of the FHIR server, --patient the record that its one user (pat, password pat) sees; --deny names a scope that
// the user refuses on the consent page. The app is the public client `phone`, on any port of the loopback address. A quirk makes it what
// some servers are:
//   no-patient    the token response names no patient: the app must look at `fhirUser`
//   silent        `scope` in the token response leaves out openid, fhirUser and offline_access, though they were granted
//   short         access tokens live two seconds
//   no-rotation   a refresh gives no new refresh token
// --keys is a JSON Web Key Set: the app has to prove itself with a key of it, with ES384 or RS384 or the --algorithm that is named, and so has
// the clinic's own system `desk`, which gets tokens without a person.
// What becomes of refresh tokens is said on standard output, a line an event.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { Provider, errors } from 'oidc-provider';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string' },
    fhir: { type: 'string' },
    patient: { type: 'string' },
    quirk: { type: 'string', multiple: true, default: [] },
    deny: { type: 'string', multiple: true, default: [] },
    keys: { type: 'string' },
    algorithm: { type: 'string', multiple: true, default: ['ES384', 'RS384'] },
  },
});
const keys = options.keys && JSON.parse(readFileSync(options.keys, 'utf8'));
const proof = keys ? { token_endpoint_auth_method: 'private_key_jwt', jwks: keys } : { token_endpoint_auth_method: 'none' };
const quirk = (name) => options.quirk.includes(name);
const issuer = `http://127.0.0.1:${options.port}`;
const identity = ['openid', 'fhirUser', 'offline_access'];
/** US Core's types, and all of them. */
const types = [
  '*', 'AllergyIntolerance', 'CarePlan', 'CareTeam', 'Condition', 'Coverage', 'Device', 'DiagnosticReport', 'DocumentReference',
  'Encounter', 'FamilyMemberHistory', 'Goal', 'Immunization', 'List', 'Location', 'Medication', 'MedicationDispense', 'MedicationRequest', 'MedicationStatement',
  'Observation', 'Organization', 'Patient', 'Practitioner', 'PractitionerRole', 'Procedure', 'Provenance', 'QuestionnaireResponse',
  'RelatedPerson', 'ServiceRequest', 'Specimen',
];
const data = ['launch/patient', ...types.flatMap((type) => [`patient/${type}.rs`, `patient/${type}.read`])];
const systems = types.flatMap((type) => ['rs', 'crs', 'crus'].map((letters) => `system/${type}.${letters}`));
const lifetime = quirk('short') ? 2 : 300;

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'phone',
    application_type: 'native',
    ...proof,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: ['http://127.0.0.1/callback'],
  }, ...(keys ? [{ client_id: 'desk', ...proof, grant_types: ['client_credentials'], response_types: [], redirect_uris: [] }] : [])],
  clientAuthMethods: [proof.token_endpoint_auth_method],
  ...(keys && { enabledJWA: { clientAuthSigningAlgValues: options.algorithm } }),
  scopes: identity,
  claims: { openid: ['sub'], fhirUser: ['fhirUser'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  extraParams: {
    aud(context, value) {
      if (value !== options.fhir) {
        throw new errors.InvalidRequest('aud is not the address of the FHIR server');
      }
    },
  },
  features: {
    devInteractions: { enabled: false },
    revocation: { enabled: true },
    clientCredentials: { enabled: Boolean(keys) },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => options.fhir,
      useGrantedResource: () => true,
      getResourceServerInfo: (context, resource, client) => ({
        scope: (client.clientId === 'desk' ? systems : data).join(' '), audience: options.fhir, accessTokenFormat: 'jwt', accessTokenTTL: lifetime, jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
  findAccount: (context, id) => ({
    accountId: id, claims: () => ({ sub: id, fhirUser: `${options.fhir}/Patient/${options.patient}` }),
  }),
  extraTokenClaims: (context, token) => (token.clientId === 'desk' ? {} : { patient: options.patient }),
  issueRefreshToken: (context, client, code) => code.scopes.has('offline_access'),
  rotateRefreshToken: !quirk('no-rotation'),
  interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
  ttl: { AccessToken: lifetime, Grant: 86400, RefreshToken: 86400, Session: 600, Interaction: 600, IdToken: 600 },
  cookies: { keys: ['hospital'] },
});

for (const event of ['refresh_token.saved', 'refresh_token.consumed', 'refresh_token.destroyed', 'grant.revoked']) {
  provider.on(event, () => console.log(event));
}
provider.on('grant.error', (context, error) => console.log(`refused ${error.message}: ${error.error_description ?? ''} ${error.error_detail ?? ''}`));

provider.use(async (context, next) => {
  if (context.path === '/auth') {
    // OpenID Connect wants prompt=consent beside offline_access; the apps of SMART do not send it.
    context.query = { ...context.query, prompt: 'consent' };
  }
  await next();
  const source = context.oidc?.entities.AuthorizationCode ?? context.oidc?.entities.RefreshToken;
  if (source && context.oidc.route === 'token' && context.body?.access_token) {
    const granted = context.body.scope.split(' ').filter((scope) => !identity.includes(scope));
    if (granted.includes('launch/patient') && !quirk('no-patient')) {
      context.body.patient = options.patient;
    }
    const known = quirk('silent') ? [] : identity.filter((scope) => source.scopes.has(scope));
    context.body.scope = [...known, ...granted].join(' ');
  }
});

async function form(request) {
  let text = '';
  for await (const part of request) {
    text += part;
  }
  return new URLSearchParams(text);
}

async function signIn(request, response) {
  if (request.method === 'GET') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<!doctype html><title>Sign in</title>
      <form method="post" action="${request.url}"><label>Name <input name="username"></label>
      <label>Password <input name="password" type="password"></label> <button>Sign in</button></form>`);
    return;
  }
  const said = await form(request);
  const known = said.get('username') === 'pat' && said.get('password') === 'pat';
  const result = known ? { login: { accountId: 'pat' } } : { error: 'access_denied', error_description: 'unknown user' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function consent(request, response, { grantId, params, session }) {
  const grant = (grantId && (await provider.Grant.find(grantId)))
    || new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  for (const scope of params.scope.split(' ')) {
    const denied = options.deny.includes(scope);
    if (identity.includes(scope)) {
      (denied ? grant.rejectOIDCScope(scope) : grant.addOIDCScope(scope));
    } else if (data.includes(scope)) {
      (denied ? grant.rejectResourceScope(options.fhir, scope) : grant.addResourceScope(options.fhir, scope));
    }
  }
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

async function interact(request, response) {
  const interaction = await provider.interactionDetails(request, response);
  await (interaction.prompt.name === 'login' ? signIn(request, response) : consent(request, response, interaction));
}

const others = provider.callback();
createServer((request, response) => {
  if (request.url.startsWith('/interaction/')) {
    interact(request, response).catch((error) => response.writeHead(500).end(error.message));
  } else {
    others(request, response);
  }
}).listen(Number(options.port), '127.0.0.1', () => console.log('ready'));
