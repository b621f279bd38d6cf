import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { base64url, fromBase64url, utf8 } from '../src/base/encoding'
import { thumbprint, type PublicKey } from '../src/sync/device'
import { agreedSigner, agreeKey, makeProof, newAgreement, statement } from '../src/sync/proof'

/** The same published keys that the server's tests use: both sides must agree to the byte. */
const vectors = JSON.parse(readFileSync('../tests/identity/vectors.json', 'utf8'))
const ecdh = { name: 'ECDH', namedCurve: 'P-256' }

async function vectorKey() {
  const { app, server } = vectors.proof_key
  const privateKey = await crypto.subtle.importKey('jwk', app, ecdh, false, ['deriveKey'])
  const { d: _, ...publicJwk } = app
  const publicKey = await crypto.subtle.importKey('jwk', publicJwk, ecdh, true, [])
  const raw = (jwk: { x: string; y: string }) => base64url(new Uint8Array([4, ...fromBase64url(jwk.x), ...fromBase64url(jwk.y)]))
  return agreeKey({
    mine: { pair: { privateKey, publicKey }, agree: raw(app) },
    theirs: raw(server), challenge: vectors.statement.challenge, device: vectors.thumbprint, 
    ath: base64url(await crypto.subtle.digest('SHA-256', utf8(vectors.proof_key.token))),
  })
}

test('the thumbprint of the device key is the one of RFC 7638', async () => {
  const { kty, crv, x, y } = vectors.device as PublicKey
  expect(await thumbprint({ kty, crv, x, y })).toBe(vectors.thumbprint)
})

test('the statement that the device signs is joined line by line', () => {
  const { ceremony, challenge, agree, text } = vectors.statement
  expect(statement('sign-in', ceremony, challenge, vectors.thumbprint, agree)).toBe(text)
})

test('app and server derive the same proof key', async () => {
  const { kid } = await vectorKey()
  expect(kid).toBe(vectors.proof_key.kid)
})

test('the proof key signs and cannot be read', async () => {
  const { key } = await vectorKey()
  expect(key.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})

test('a proof names method, path without query, body and token, and is never the same twice', async () => {
  const mine = await newAgreement()
  const theirs = await newAgreement()
  const { kid, key } = await agreeKey({ mine, theirs: theirs.agree, challenge: base64url(new Uint8Array(32)), device: 'd', ath: 'hash' })
  const signer = agreedSigner(kid, key)
  const request = { method: 'GET', path: '/api/search/my-lookups?before=x', body: utf8('') }
  const [one, two] = [await makeProof(signer, 'hash', request, 120), await makeProof(signer, 'hash', request, 120)]
  const [head = '', middle = '', signature = ''] = one.split('.')
  const claims = JSON.parse(new TextDecoder().decode(fromBase64url(middle)))

  expect(JSON.parse(new TextDecoder().decode(fromBase64url(head)))).toEqual({ typ: 'dpop+jwt', alg: 'HS256', kid })
  expect(claims).toMatchObject({ htm: 'GET', htu: '/api/search/my-lookups', ath: 'hash', bh: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU' })
  expect(Math.abs(claims.iat - Date.now() / 1000 - 120)).toBeLessThan(3)
  expect(base64url(await crypto.subtle.sign('HMAC', key, utf8(`${head}.${middle}`)))).toBe(signature)
  expect(one).not.toBe(two)
})

test('a proof of the app’s own polling says so, one of the person’s does not', async () => {
  const signer = { header: 'h', sign: async () => new ArrayBuffer(1) }
  const claims = async (background: boolean) => {
    const proof = await makeProof(signer, 't', { method: 'GET', path: '/', body: utf8(''), background }, 0)
    return JSON.parse(new TextDecoder().decode(fromBase64url(proof.split('.')[1] ?? '')))
  }
  expect((await claims(true)).bg).toBe(true)
  expect(await claims(false)).not.toHaveProperty('bg')
})
