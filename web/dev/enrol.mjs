/** Enrols with CODE against BASE on a virtual authenticator, signs in, locks, unlocks, opens without network. */
import { chromium } from 'playwright-core'

const base = process.env.BASE ?? 'http://localhost:8500'
const flags = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })
const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'nl' })
const page = await context.newPage()
page.on('console', (message) => message.type() === 'error' && console.log('console', message.text()))
page.on('pageerror', (error) => console.log('pageerror', error))
const client = await context.newCDPSession(page)
await client.send('WebAuthn.enable')
await client.send('WebAuthn.addVirtualAuthenticator', {
  options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
})
const step = async (name, act) => {
  const began = Date.now()
  await act()
  console.log(name, Date.now() - began, 'ms')
}
await step('enrol', async () => {
  await page.goto(`${base}/enrol#${process.env.CODE}`)
  await page.waitForSelector('.code')
  if (page.url().includes('#')) console.log('the code still stands in the address')
  await page.click('form button[type=submit]')
  await page.waitForSelector('text=Toestel ingeschreven')
})
await step('sign in', async () => {
  await page.click('.btn--primary')
  await page.click('.btn--primary')
  await page.waitForSelector('.app')
})
await step('reload', async () => {
  await page.reload()
  await page.waitForSelector('.app')
})
await step('lock', async () => {
  await page.click('.sysbtn')
  await page.waitForSelector('.seal')
})
await step('reload while locked', async () => {
  await page.reload()
  await page.waitForSelector('.seal')
})
await step('unlock', async () => {
  await page.click('.btn--primary')
  await page.waitForSelector('.app')
})
await page.evaluate(() => navigator.serviceWorker.ready)
await page.waitForTimeout(500)
await context.setOffline(true)
await step('open without network', async () => {
  await page.reload()
  await page.waitForSelector('.app')
  await page.waitForSelector('.conn--off')
  console.log((await page.locator('.notice').first().textContent())?.trim(), '|', (await page.locator('.active h2').textContent({ timeout: 500 }).catch(() => 'no task kept')))
})
const dump = await page.evaluate(async () => {
  const names = await caches.keys()
  const urls = []
  for (const name of names) for (const request of await (await caches.open(name)).keys()) urls.push(new URL(request.url).pathname)
  return { urls, local: { ...localStorage } }
})
console.log(JSON.stringify(dump))
await context.setOffline(false)
await step('back online', async () => { await page.waitForSelector('.conn:not(.conn--off)', { timeout: 30_000 }) })
await browser.close()
