/** Draws the app's icons from focus.svg with a browser: `npm run icons` (CHROMIUM names the browser). */
import { readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const svg = readFileSync('public/icons/focus.svg', 'utf8')
/** Masked by the system to any shape: full ground, the drawing inside the safe circle. */
const maskable = svg.replace('rx="112"', 'rx="0"').replace('viewBox="0 0 512 512"', 'viewBox="-38 -38 588 588" style="background:#0b5566"')
const wanted = [['192', svg, 192], ['512', svg, 512], ['maskable-512', maskable, 512]]

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const [name, drawing, size] of wanted) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`)
  writeFileSync(`public/icons/${name}.png`, await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
