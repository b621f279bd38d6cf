/**
 * How fast the board is with two thousand incidents against the stand-in server: from the tap to the first row,
 * from a turn of the wheel to what it drew, from a status to its new word. BULK_INCIDENTS says how many; not part of the product.
 */
import { chromium } from 'playwright-core'

process.env.BULK_INCIDENTS ??= '2000'
process.env.BULK ??= '1'
const { serve } = await import('./mock.mjs')
const server = await serve(0)
const base = `http://127.0.0.1:${server.address().port}`
const flags = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl', serviceWorkers: 'block' })).newPage()

/** Milliseconds until the selector is drawn, as the page itself sees it. */
const drawn = (act, selector) => page.evaluate(async ([what, wanted]) => {
  const began = performance.now()
  document.querySelector(what)?.click()
  while (!document.querySelector(wanted)) await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  return Math.round(performance.now() - began)
}, [act, selector])

await page.goto(`${base}/`)
await page.click('.card .row')
await page.waitForSelector('a[href="/board"]')
await page.waitForTimeout(2_000)
console.log('board, first row', await drawn('a[href="/board"]', 'a.inc'), 'ms')
console.log('rows drawn', await page.locator('a.inc').count())
console.log('incident chosen', await drawn('a.inc', '.detail .line'), 'ms')
console.log('scrolled to the middle', await page.evaluate(async () => {
  const box = document.querySelector('.rows')
  const began = performance.now()
  box.scrollTop = box.scrollHeight / 2
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  return Math.round(performance.now() - began)
}), 'ms')
await page.goBack()
await page.goBack()
await page.waitForSelector('.mine .next')
console.log('next status on Today, from tap to its new word', await page.evaluate(async () => {
  const button = document.querySelector('.mine .next')
  const before = button.textContent
  const began = performance.now()
  button.click()
  while (document.querySelector('.mine .next')?.textContent === before) await new Promise(requestAnimationFrame)
  return Math.round(performance.now() - began)
}), 'ms')
await browser.close()
server.close()
server.closeAllConnections()
