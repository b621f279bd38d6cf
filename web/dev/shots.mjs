/**
 * Pictures of every screen against the stand-in server, with axe and an overflow check on each.
 * `node dev/shots.mjs [filter]`; OUT names the folder. Not part of the product.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import { serve } from './mock.mjs'

const out = process.env.OUT ?? join(tmpdir(), 'web-shots')
const filter = process.argv[2] ?? ''
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
mkdirSync(out, { recursive: true })
const server = await serve(0)
const base = `http://127.0.0.1:${server.address().port}`
const flags = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const sizes = {
  phone: { width: 390, height: 844, scale: 2, touch: true }, 320: { width: 320, height: 640, scale: 2, touch: true }, 430: { width: 430, height: 932, scale: 2, touch: true },
  768: { width: 768, height: 1024, scale: 1, touch: true }, desk: { width: 1440, height: 900, scale: 1, touch: false },
}

const ask = async (page, text) => {
  await page.goto(`${base}/`)
  await page.click('.tab[href="/search"]')
  await page.fill('.ask input', text)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.result, .none')
}
const screens = {
  'sign-in': { out: true, go: async (page) => { await page.waitForSelector('.card .row') } },
  enrol: { out: true, go: async (page) => { await page.click('a[href="/enrol"]'); await page.waitForSelector('.code') } },
  locked: { go: async (page) => { await page.click('.sysbtn'); await page.waitForSelector('.seal') } },
  today: { go: async (page) => { await page.waitForSelector('.active') } },
  'today-no-task': { task: false, go: async (page) => { await page.waitForSelector('.none') } },
  'today-offline': { go: async (page) => { await page.waitForSelector('.active'); await page.context().setOffline(true); await page.waitForSelector('.conn--off') } },
  'start-task': { task: false, go: async (page) => { await page.click('.none .btn'); await page.waitForSelector('.sheet .row'); await page.click('.sheet li:nth-child(3) .row') } },
  'search-empty': { go: async (page) => { await page.click('.tab[href="/search"]'); await page.waitForSelector('ul.card .tag') } },
  'search-readings': { go: async (page) => { await page.click('.tab[href="/search"]'); await page.fill('.ask input', 'van den bossche'); await page.waitForSelector('.understood') } },
  'search-problem': { go: async (page) => { await page.click('.tab[href="/search"]'); await page.fill('.ask input', '85.07.30-033.62'); await page.waitForSelector('.understood') } },
  purpose: { task: false, go: async (page) => { await page.click('.tab[href="/search"]'); await page.fill('.ask input', '2zkv318'); await page.keyboard.press('Enter'); await page.waitForSelector('.sheet .row'); await page.click('.sheet li:nth-child(1) .row') } },
  'search-streaming': { go: async (page) => { await ask(page, 'Mohamed El Amrani 17-03-1992'); await page.waitForTimeout(900) } },
  'search-red': { go: async (page) => { await ask(page, '2zkv318'); await page.waitForSelector('.sources') } },
  'search-red-scrolled': { go: async (page) => { await ask(page, '2zkv318'); await page.waitForSelector('.sources'); await page.evaluate(() => { for (const node of document.querySelectorAll('#main .page')) node.scrollTop = 330 }) } },
  'search-red-end': { go: async (page) => { await ask(page, '2zkv318'); await page.waitForSelector('.sources'); await page.evaluate(() => { for (const node of document.querySelectorAll('#main .page')) node.scrollTop = 9999 }); await page.waitForTimeout(200) } },
  'search-green': { go: async (page) => { await ask(page, 'van den bossche'); await page.waitForSelector('.sources') } },
  'search-amber': { go: async (page) => { await ask(page, 'kapelstraat 41'); await page.waitForSelector('.sources') } },
  'search-nothing': { go: async (page) => { await ask(page, 'niemand'); await page.waitForSelector('.sources') } },
  sources: { go: async (page) => { await ask(page, '2zkv318'); await page.click('.sources'); await page.waitForSelector('.sheet .row') } },
  split: { go: async (page) => { await ask(page, '2zkv318'); await page.waitForSelector('.sources'); await page.click('.why .btn'); await page.waitForSelector('.sheet .row') } },
  reading: { go: async (page) => { await ask(page, '2zkv318'); await page.waitForSelector('.sources'); await page.click('.query .understood'); await page.waitForSelector('.sheet .chip') } },
  emergency: { go: async (page) => { await page.waitForSelector('.active'); const box = await page.locator('.sos').boundingBox(); await page.mouse.move(box.x + 40, box.y + 20); await page.mouse.down(); await page.waitForSelector('.sheet'); await page.mouse.up() } },
  map: { go: async (page) => { await page.click('.tab[href="/map"]'); await page.waitForSelector('.empty') } },
  'incident-today': { go: async (page) => { await page.waitForSelector('.mine') } },
  incidents: { go: async (page) => { await page.waitForSelector('.mine'); await page.click('a[href="/incidents"]'); await page.waitForSelector('section .row') } },
  incident: { go: async (page) => { await page.waitForSelector('.mine'); await page.click('.mine .top'); await page.waitForSelector('.safety li .src'); await page.waitForTimeout(1800) } },
  'incident-end': { go: async (page) => { await page.waitForSelector('.mine'); await page.click('.mine .top'); await page.waitForSelector('.line'); await page.waitForTimeout(1800); await page.evaluate(() => { for (const node of document.querySelectorAll('#main .page')) node.scrollTop = 9999 }) } },
  'incident-new': { go: async (page) => { await page.waitForSelector('.mine'); await page.click('a[href="/incidents"]'); await page.click('a.row:has-text("Ruzie")'); await page.waitForSelector('.status') } },
  'incident-offline': { go: async (page) => { await page.waitForSelector('.mine'); await page.context().setOffline(true); await page.waitForSelector('.conn--off'); await page.click('.mine .top'); await page.waitForSelector('.status'); await page.click('.status .next'); await page.waitForSelector('.line .tag') } },
  'incident-close': { go: async (page) => { await page.waitForSelector('.mine'); await page.click('.mine .top'); await page.click('.act .btn:nth-child(2)'); await page.waitForSelector('.sheet .row') } },
  board: { go: async (page) => { await page.waitForSelector('a[href="/board"]'); await page.click('a[href="/board"]'); await page.waitForSelector('a.inc'); await page.click('a.inc:has-text("Inbraak")'); await page.waitForTimeout(300) } },
  'board-assign': { go: async (page) => { await page.click('a[href="/board"]'); await page.click('a.inc:has-text("Ruzie")'); await page.waitForTimeout(200); await page.keyboard.press('a'); await page.keyboard.type('ce'); await page.waitForSelector('[role=option]') } },
  'board-feeds': { go: async (page) => { await page.click('a[href="/board"]'); await page.click('.dock .btn:first-child'); await page.waitForSelector('.sheet .held') } },
  'board-new': { go: async (page) => { await page.click('a[href="/board"]'); await page.click('.list .head .btn:nth-of-type(2), .head .btn:nth-of-type(2)'); await page.waitForSelector('.sheet form') } },
  menu: { go: async (page) => { await page.click('.tab[href="/menu"]'); await page.waitForSelector('.grid') } },
  me: { go: async (page) => { await page.click('.tab[href="/menu"]'); await page.click('a[href="/me"]'); await page.waitForSelector('.languages') } },
  'my-lookups': { go: async (page) => { await page.click('.tab[href="/menu"]'); await page.click('a[href="/me/lookups"]'); await page.waitForSelector('.entry') } },
}

const everywhere = Object.keys(screens)
const few = ['incident-today', 'incident', 'incidents', 'board', 'today', 'search-empty', 'search-red', 'search-streaming', 'search-green', 'menu', 'me', 'my-lookups', 'purpose', 'start-task', 'sign-in', 'sources', 'today-offline', 'locked', 'emergency']
const runs = [
  ...everywhere.map((name) => [name, 'phone', 'nl', 'light']), ...few.map((name) => [name, 'phone', 'nl', 'dark']),
  ...['fr', 'de', 'en'].flatMap((language) => few.map((name) => [name, 'phone', language, 'light'])),
  ...['nl', 'fr', 'de'].flatMap((language) => few.map((name) => [name, '320', language, 'light'])),
  ...few.map((name) => [name, '430', 'nl', 'light']), ...few.map((name) => [name, '768', 'nl', 'light']),
  ...everywhere.map((name) => [name, 'desk', 'nl', 'light']), ...few.map((name) => [name, 'desk', 'nl', 'dark']),
  ...['nl', 'fr', 'de'].flatMap((language) => few.map((name) => [name, 'phone', language, 'light', 'text200'])),
].filter((run) => !filter || new RegExp(filter).test(run.join('.')))

let findings = 0
const browsers = {}
for (const [name, size, language, theme, text] of runs) {
  const screen = screens[name]
  browsers[text ?? ''] ??= await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...flags, ...(text ? ['--blink-settings=defaultFontSize=32'] : [])] })
  const { width, height, scale, touch } = sizes[size]
  const context = await browsers[text ?? ''].newContext({ viewport: { width, height }, deviceScaleFactor: scale, hasTouch: touch, isMobile: touch, colorScheme: theme, locale: language, reducedMotion: 'reduce', serviceWorkers: 'block' })
  const page = await context.newPage()
  const label = [name, size, language, theme, text].filter(Boolean).join('.')
  const note = (line) => { findings += 1; console.log(`${label}: ${line}`) }
  page.on('console', (message) => message.type() === 'error' && !/ERR_INTERNET|Failed to fetch/.test(message.text()) && note(message.text()))
  page.on('pageerror', (error) => note(String(error)))
  try {
    await fetch(`${base}/mock/reset`, { method: 'POST', body: JSON.stringify({ language, task: screen.task ?? true }) })
    await page.goto(`${base}/`)
    if (!screen.out) {
      await page.click('.card .row')
      await page.waitForSelector('.app')
    }
    await screen.go(page)
    await page.waitForTimeout(250)
    await page.screenshot({ path: `${out}/${label}.png` })
    const wide = await page.evaluate(() => Array.from(document.querySelectorAll('body *')).filter((node) => {
      const box = node.getBoundingClientRect()
      return box.width > 1 && box.right > innerWidth + 1 && getComputedStyle(node).visibility !== 'hidden' && !node.closest('.vh, .skip')
    }).slice(0, 3).map((node) => `${node.tagName}.${node.className?.baseVal ?? node.className}`))
    if (wide.length) note(`overflows: ${wide.join(' ')}`)
    await page.evaluate(`${axe};0`).catch(async () => page.addScriptTag({ content: axe }))
    const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
    // With text doubled the tab bar covers what has not been scrolled to: half a button is then no finding.
    for (const violation of result.violations.filter((one) => !(text && one.id === 'target-size'))) note(`axe ${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`)
  } catch (error) {
    note(`failed: ${String(error).split('\n').slice(0, 3).join(' ')}`)
    await page.screenshot({ path: `${out}/FAILED-${label}.png` }).catch(() => undefined)
  }
  await context.close()
}
for (const browser of Object.values(browsers)) await browser.close()
server.close()
server.closeAllConnections()
console.log(`${runs.length} pictures, ${findings} findings`)
process.exit(findings ? 1 : 0)
