/**
 * Gives records to the app's rules and compares with what the server answered.
 * `python -m tests.kit.answers 5000 FILE` in the root, then `node web/tools/compare-kit.mjs FILE`; ends with 1 when
 * anything differs.
 */
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { isDeepStrictEqual } from 'node:util'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const shown = 10
const web = fileURLToPath(new URL('..', import.meta.url))
const server = await createServer({ root: web, server: { middlewareMode: true, watch: null }, appType: 'custom', logLevel: 'error', optimizeDeps: { noDiscovery: true }, ssr: { noExternal: [/@bufbuild\/cel/] } })
const [rules, calendar] = await Promise.all([server.ssrLoadModule('/src/modules/cases/later/rules/index.ts'), server.ssrLoadModule('/src/modules/cases/later/rules/calendar.ts')])

const vectors = JSON.parse(readFileSync(`${web}/../tests/kit/vectors.json`, 'utf8'))
const plans = new Map(['found_bicycle', 'residence_like'].map((name) => [name, rules.planOf(JSON.parse(readFileSync(`${web}/tests/cases/${name}.json`, 'utf8')))]))
const functions = {
  days_after: calendar.daysAfter, working_days_after: calendar.workingDaysAfter, months_after: calendar.monthsAfter, days_between: calendar.daysBetween,
  age_on: calendar.ageOn, weekday_of: calendar.weekdayOf, date_of: calendar.dayIn, part_of_day: calendar.partOfDay,
}

function circumstances(told) {
  const { now, today, user } = { ...vectors, ...told }
  return { now: new Date(now), today, user: { unit: '', roles: [], ...user } }
}

function answerOf(line) {
  if (line.function) {
    try {
      return functions[line.function](...line.args)
    } catch {
      return null
    }
  }
  const plan = plans.get(line.case)
  const checked = rules.validate(plan, line.record, circumstances(line.told), line.before ?? {})
  const moves = Object.entries(plan.manifest.steps).flatMap(([step, { moves: open }]) => Object.keys(open ?? {}).map((move) => [step, move, rules.moveFaults(checked, step, move)]))
  const due = Object.keys(plan.manifest.deadlines).map((name) => [name, rules.due(checked, name)])
  return { data: checked.data, faults: checked.faults, hidden: [...checked.hidden].sort(), moves, due }
}

let [count, good, different, spent] = [0, 0, 0, 0]
for await (const text of createInterface({ input: createReadStream(process.argv[2]) })) {
  const line = JSON.parse(text)
  const start = performance.now()
  const answer = answerOf(line)
  spent += performance.now() - start
  count += 1
  good += line.record && !line.answer.faults.length ? 1 : 0
  // Through JSON: what the phone sends is what counts.
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(answer)), line.answer)) continue
  different += 1
  if (different <= shown) console.log(JSON.stringify({ given: line, app: answer }))
}
await server.close()
console.log(`${count} compared, ${good} records without fault, ${different} different, ${Math.round(spent)} ms in the app's rules`)
process.exit(different || !count ? 1 : 0)
