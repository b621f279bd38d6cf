// The protocol of docs/developer/sign-in.md in a browser, as short as it can be: for tests until the app does it.
const text = new TextEncoder();
const b64u = (octets) =>
  btoa(String.fromCharCode(...new Uint8Array(octets))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const raw = (encoded) =>
  Uint8Array.from(atob(encoded.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const sha256 = (octets) => crypto.subtle.digest("SHA-256", octets);

async function post(path, content, headers = {}) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof content === "string" ? content : JSON.stringify(content),
  });
  return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
}

window.phone = {
  async makeDeviceKey() {
    const curve = { name: "ECDSA", namedCurve: "P-256" };
    this.key = await crypto.subtle.generateKey(curve, false, ["sign"]);
    const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", this.key.publicKey);
    this.jwk = { kty, crv, x, y };
    this.thumbprint = b64u(await sha256(text.encode(JSON.stringify({ crv, kty, x, y }))));
  },

  async sign(octets) {
    return b64u(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, this.key.privateKey, octets));
  },

  state(label, begun, agree) {
    return this.sign(
      text.encode([label, begun.ceremony, begun.challenge, this.thumbprint, agree ?? "-"].join("\n")),
    );
  },

  async enrol(code) {
    await this.makeDeviceKey();
    const { body: begun } = await post("/api/identity/enrol/begin", { code, device_key: this.jwk });
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(begun.options);
    const credential = await navigator.credentials.create({ publicKey });
    return post("/api/identity/enrol/finish", {
      ceremony: begun.ceremony,
      credential: credential.toJSON(),
      signature: await this.state("focus-enrol-v1", begun),
      name: "Chromium",
      kind: "phone",
    });
  },

  async withPasskey(begun, label, more) {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(begun.options);
    const credential = await navigator.credentials.get({ publicKey });
    await this.makeHalf();
    return {
      ceremony: begun.ceremony,
      credential: credential.toJSON(),
      agree: this.agree,
      signature: await this.state(label, begun, this.agree),
      ...more,
    };
  },

  async signIn() {
    const { body: begun } = await post("/api/identity/sign-in/begin", {});
    const content = await this.withPasskey(begun, "focus-sign-in-v1", { device: this.thumbprint });
    const opened = await post("/api/identity/sign-in/finish", content);
    if (opened.status === 200) {
      this.token = opened.body.token;
      this.ath = b64u(await sha256(text.encode(this.token)));
      await this.deriveProofKey(begun.challenge, opened.body.proof);
    }
    return opened;
  },

  async unlock() {
    const { body: begun } = await this.call("POST", "/api/identity/unlock/begin", "{}", "ES256");
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(begun.options);
    const credential = (await navigator.credentials.get({ publicKey })).toJSON();
    const signature = await this.state("focus-unlock-v1", begun);
    const content = JSON.stringify({ ceremony: begun.ceremony, credential, signature });
    const opened = await this.call("POST", "/api/identity/unlock/finish", content, "ES256");
    return opened.status === 200 ? this.agreeKey(opened.body.agree) : opened;
  },

  async agreeKey(begun) {
    await this.makeHalf();
    const signature = await this.state("focus-agree-v1", begun, this.agree);
    const content = JSON.stringify({ ceremony: begun.ceremony, agree: this.agree, signature });
    const agreed = await this.call("POST", "/api/identity/agree", content, "ES256");
    if (agreed.status === 200) await this.deriveProofKey(begun.challenge, agreed.body);
    return agreed;
  },

  async makeHalf() {
    this.half = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveKey"]);
    this.agree = b64u(await crypto.subtle.exportKey("raw", this.half.publicKey));
  },

  async deriveProofKey(challenge, proof) {
    const lines = ["focus-proof-key-v1", challenge, this.thumbprint, this.agree, proof.agree, this.ath];
    const info = text.encode(lines.join("\n"));
    const curve = { name: "ECDH", namedCurve: "P-256" };
    const theirs = await crypto.subtle.importKey("raw", raw(proof.agree), curve, false, []);
    const derivation = { name: "ECDH", public: theirs };
    const shared = await crypto.subtle.deriveKey(derivation, this.half.privateKey, "HKDF", false, ["deriveKey"]);
    this.proofKey = await crypto.subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt: raw(challenge), info },
      shared,
      { name: "HMAC", hash: "SHA-256", length: 256 },
      false,
      ["sign"],
    );
    this.kid = b64u((await sha256(info)).slice(0, 12));
    if (this.kid !== proof.kid) throw new Error("the key ids differ");
  },

  async proof(method, path, body, algorithm) {
    const kid = algorithm === "HS256" ? this.kid : this.thumbprint;
    const claims = {
      htm: method,
      htu: path,
      iat: Math.floor(Date.now() / 1000),
      jti: b64u(crypto.getRandomValues(new Uint8Array(16))),
      ath: this.ath,
      bh: b64u(await sha256(text.encode(body ?? ""))),
    };
    const header = { typ: "dpop+jwt", alg: algorithm, kid };
    const signed = [header, claims].map((part) => b64u(text.encode(JSON.stringify(part)))).join(".");
    const signature =
      algorithm === "HS256"
        ? b64u(await crypto.subtle.sign("HMAC", this.proofKey, text.encode(signed)))
        : await this.sign(text.encode(signed));
    return `${signed}.${signature}`;
  },

  async call(method, path, body, algorithm) {
    const headers = {
      Authorization: `DPoP ${this.token}`,
      DPoP: await this.proof(method, path, body, algorithm),
      "Content-Type": "application/json",
    };
    const answer = await fetch(path, { method, headers, body });
    return { status: answer.status, body: await answer.json() };
  },
};
