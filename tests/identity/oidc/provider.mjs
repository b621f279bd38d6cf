// A real OpenID provider on loopback. What it attests of a sign-in is told by POST /tell
// {"subject", "email", "verified", "acr", "amr"}; then every browser that comes is that person. With
// "asks" it shows a page first, where the person goes on or turns back.
import { createServer } from "node:http";
import { Provider, errors } from "oidc-provider";

const port = Number(process.argv[2]);
const returnTo = process.argv[3];
const issuer = `http://localhost:${port}`;
let told = { subject: "nobody" };

const client = (id, method) => ({
  client_id: id,
  redirect_uris: [returnTo],
  grant_types: ["authorization_code"],
  response_types: ["code"],
  token_endpoint_auth_method: method,
  ...(method === "none" ? {} : { client_secret: "a-secret+with/odd:characters" }),
});

const machine = {
  ...client("machine", "client_secret_basic"),
  redirect_uris: [],
  grant_types: ["client_credentials"],
  response_types: [],
};

const page = (path) => `<!doctype html><title>Zone ID</title><h1>Zone ID</h1>
<a href="${path}/login">Sign in here</a> <a href="${path}/abort">Cancel</a>`;

const answer = (request) => {
  if (request.url.endsWith("/abort")) return { error: "access_denied" };
  return { login: { accountId: told.subject, acr: told.acr, amr: told.amr, remember: false } };
};

const provider = new Provider(issuer, {
  clients: [client("focus", "client_secret_basic"), client("focus-public", "none"), machine],
  cookies: { keys: ["only-for-tests"] },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
  },
  ttl: { ClientCredentials: 3600 },
  acrValues: ["phr", "phrh", "1"],
  claims: { openid: ["sub", "acr", "amr"], email: ["email", "email_verified"] },
  conformIdTokenClaims: false,
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: told.email, email_verified: told.verified ?? true }),
  }),
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({
      clientId: context.oidc.client.clientId,
      accountId: context.oidc.session.accountId,
    });
    grant.addOIDCScope("openid email");
    await grant.save();
    return grant;
  },
});

const listen = provider.callback();
createServer(async (request, response) => {
  if (request.url === "/tell") {
    let body = "";
    for await (const part of request) body += part;
    told = JSON.parse(body);
    response.end("{}");
  } else if (request.url.startsWith("/interaction/")) {
    if (told.asks && !/\/(login|abort)$/.test(request.url)) {
      response.setHeader("content-type", "text/html");
      response.end(page(request.url));
      return;
    }
    try {
      await provider.interactionFinished(request, response, answer(request), { mergeWithLastSubmission: false });
    } catch (failure) {
      response.statusCode = failure instanceof errors.SessionNotFound ? 400 : 500;
      response.end(String(failure));
    }
  } else {
    listen(request, response);
  }
}).listen(port, "localhost", () => console.log("ready"));
