/** The manifests of the two declarations of the server's tests, as `python -m tests.kit.manifests` writes them. */
import { readFileSync } from 'node:fs'
import type { Manifest } from '../../src/modules/cases/later/rules/manifest'

export const caseNames = ['found_bicycle', 'residence_like'] as const

export function manifestOf(name: (typeof caseNames)[number]): Manifest {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as Manifest
}
