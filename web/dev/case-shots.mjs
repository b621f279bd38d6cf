/**
 * Walks a declared form in a real browser, photographs it (OUT) on a phone and a desk, by day and by night, and runs axe
 * and an overflow check. Not part of the product.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { createServer } from 'vite'

const out = process.env.OUT ?? join(tmpdir(), 'case-shots')
mkdirSync(out, { recursive: true })
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const server = await createServer({ root: fileURLToPath(new URL('..', import.meta.url)), server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' })
await server.listen()
const base = `http://127.0.0.1:${server.httpServer.address().port}/dev/case-form.html`
const flags = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })
const visit = (id, outcome, at) => ({ id: `00000000-0000-4000-8000-00000000000${id}`, at, outcome })
const answers = {
  residence_like: {
    asked_on: '2026-11-02', address: { street: 'Molenstraat', number: '8', box: '2', postcode: '3700', municipality: 'Tongeren' }, household: 3,
    members: [{ id: '00000000-0000-4000-8000-000000000004', person: { family_name: 'Hellemans', given_names: 'Noor', birth_date: '2019-05-02' } }],
    visits: [visit(1, 'absent', '2026-11-03T08:10:00Z'), visit(2, 'refused', '2026-11-05T18:30:00Z')], advice: 'negative', proposal: 'negative',
  },
  found_bicycle: { found_on: '2026-11-02', colour: 'other', frame_number: 'x', owner: { family_name: 'Peeters', national_number: '85073003329' } },
}
let bad = 0
const say = (...words) => { bad += 1; console.log(...words) }

async function shoot(name, size, scheme, query) {
  const context = await browser.newContext({ viewport: size, colorScheme: scheme, deviceScaleFactor: 1, hasTouch: size.width < 600, locale: 'nl-BE', timezoneId: 'America/New_York', geolocation: { latitude: 50.78, longitude: 5.464 }, permissions: ['geolocation'] })
  const page = await context.newPage()
  page.on('pageerror', (error) => say(name, 'error', error.message))
  await page.goto(`${base}?${new URLSearchParams(query)}`)
  await page.waitForSelector('.form', { timeout: 30_000 })
  await page.screenshot({ path: `${out}/${name}-top.png` })
  if (query.visit !== undefined) await walked(page)
  await page.click('.dock .btn')
  const inView = await page.evaluate(() => { for (const node of document.querySelectorAll('.pane, .page')) { node.style.height = 'auto'; node.style.overflow = 'visible' } return document.documentElement.scrollWidth > innerWidth })
  if (inView) say(name, 'wider than the screen')
  await page.evaluate(axe)
  for (const one of await page.evaluate(async () => (await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`))) say(name, one)
  await page.screenshot({ path: `${out}/${name}-all.png`, fullPage: true })
  await context.close()
}

/** What only a browser shows: focus, the hour of Brussels, the place of the device, what comes back. */
async function walked(page) {
  const told = await page.evaluate(() => document.querySelector('input[type=datetime-local]')?.value)
  if (told !== '2026-11-03T09:10') say('a moment is not in Brussels', told)
  await page.click('.point .btn')
  await page.waitForFunction(() => window.draft.answers.address.longitude === 5.464, null, { timeout: 5000 }).catch(() => say('here'))
  const option = (name) => page.locator('.option', { hasText: name }).last()
  await option('niet aangetroffen').click()
  await option(/^gunstig$/).click()
  if (await page.evaluate(() => 'reason' in window.draft.checked.data || window.draft.answers.reason !== 'not_found')) say('hidden answers are kept and not sent')
  await option('ongunstig').click()
  if (!(await page.locator('.option', { hasText: 'niet aangetroffen' }).locator('input').isChecked())) say('a hidden answer did not come back')
  await page.locator('textarea').last().focus()
  await page.evaluate(() => window.draft.attempt())
  await page.waitForSelector('.faults')
  const [focused, spoken] = await page.evaluate(() => [document.activeElement.tagName, document.querySelector('.form [aria-live]').textContent])
  if (focused !== 'TEXTAREA' || !spoken.includes('Nota')) say('told without moving the focus', focused, spoken)
  const small = await page.evaluate(() => [...document.querySelectorAll('.form input:not([type=radio]), .option, .form .step, .form .add')].map((node) => [node.getBoundingClientRect().height, node.outerHTML.slice(0, 80)]).filter(([height]) => height && height < 63.5))
  if (small.length) say('smaller than 64 px', small[0])
}

const phone = { width: 390, height: 844 }
const desk = { width: 1440, height: 900 }
const query = (name, more = {}) => ({ case: name, answers: JSON.stringify(answers[name]), ...more })
await shoot('residence-phone', phone, 'light', query('residence_like', { visit: '' }))
await shoot('residence-phone-dark', phone, 'dark', query('residence_like', { language: 'fr' }))
await shoot('residence-desk', desk, 'light', query('residence_like', { language: 'de' }))
await shoot('bicycle-phone', phone, 'light', query('found_bicycle', { language: 'en' }))
await shoot('bicycle-desk-dark', desk, 'dark', query('found_bicycle'))
await browser.close()
await server.close()
console.log(bad ? `${bad} to mend` : `good; pictures in ${out}`)
process.exit(bad ? 1 : 0)
