/** Walks the app against a running demo server (BASE) with a real browser and takes pictures (OUT). */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const base = process.env.BASE ?? 'http://localhost:8500'
const out = process.env.OUT ?? join(tmpdir(), 'web-shots', 'live')
const wide = process.argv.includes('desk')
mkdirSync(out, { recursive: true })
const flags = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })
const context = await browser.newContext(wide
  ? { viewport: { width: 1440, height: 900 }, locale: 'nl' }
  : { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: 'nl' })
const page = await context.newPage()
page.on('console', (message) => console.log('console', message.type(), message.text()))
page.on('pageerror', (error) => console.log('pageerror', error))
page.on('response', (response) => response.status() >= 400 && console.log(response.status(), response.url()))
let count = 0
const shot = async (name) => page.screenshot({ path: `${out}/${String(count += 1).padStart(2, '0')}-${name}${wide ? '-desk' : ''}.png` })
const answered = async (text) => {
  await page.click('.tab[href="/search"]')
  await page.fill('.ask input', text)
  await page.keyboard.press('Enter')
  const began = Date.now()
  await page.waitForSelector('.sources, #main .notice', { timeout: 12_000 }).catch(() => console.log('no end', text))
  console.log(text, '→', Date.now() - began, 'ms;', (await page.locator('.verdict h2').textContent({ timeout: 300 }).catch(() => '?')), ';', (await page.locator('.sources').textContent({ timeout: 300 }).catch(() => '')).replace(/\s+/g, ' '))
}

await page.goto(base)
await page.fill('input[type=search]', 'Lotte Maes').catch(() => undefined)
await shot('sign-in')
await page.click('text=Lotte Maes')
await page.waitForSelector('.app')
await page.waitForTimeout(600)
await shot('today')
if (await page.locator('.none .btn').count()) {
  await page.click('.none .btn')
  await page.waitForSelector('.sheet li .row')
  await shot('start-task')
  await page.click('.sheet li:nth-child(2) .row')
  await page.click('.sheet .foot .btn')
  await page.waitForSelector('.active')
}
await shot('task')
await page.click('.tab[href="/search"]')
await page.fill('.ask input', '2zkv318')
await page.waitForTimeout(700)
await shot('readings')
await page.keyboard.press('Enter')
await page.waitForTimeout(450)
await shot('streaming')
await page.waitForSelector('.sources', { timeout: 20_000 })
await shot('verdict')
for (const top of [330, 900, 99_999]) {
  await page.evaluate((y) => { for (const node of document.querySelectorAll('#main .page')) node.scrollTop = y }, top)
  await page.waitForTimeout(150)
  await shot('scrolled')
}
if (!wide) {
  await page.click('.sources')
  await shot('sources')
  await page.keyboard.press('Escape')
}
for (const text of process.argv.slice(2).filter((one) => one !== 'desk')) {
  await answered(text)
  await shot('answer')
}
await page.click('.tab[href="/search"]')
await page.waitForTimeout(400)
await shot('search')
await page.click('.tab[href="/menu"]')
await page.waitForTimeout(300)
await shot('menu')
await page.goto(`${base}/me`)
await page.waitForSelector('.languages')
await page.waitForTimeout(400)
await shot('me')
await page.click('a[href="/me/lookups"]')
await page.waitForTimeout(500)
await shot('my-lookups')
await page.click('.sysbtn')
await page.waitForSelector('.seal')
await shot('locked')
await page.click('.btn--primary')
await page.waitForSelector('.app')
await page.waitForTimeout(300)
await shot('unlocked')
await browser.close()
