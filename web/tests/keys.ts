/** Keys for tests that need none of the ways by which a device comes to them. */
export async function freshKeys() {
  const one = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  return { vault: await one(), store: await one() }
}

/** What an unlock brings back on this device; others after a sign-out. */
export const brought = { keys: await freshKeys() }
