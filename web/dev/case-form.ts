/** A declared form alone, for looking at: `?case=residence_like&language=nl&visit`. */
import { mount } from 'svelte'
import { useLanguage, type Language } from '../src/base/i18n.svelte'
import '../src/kit/css/index.css'
import { Draft, planOf } from '../src/modules/cases/later/form/index'
import Alone from './CaseFormAlone.svelte'

const asked = new URLSearchParams(location.search)
const manifest = await (await fetch(`/tests/cases/${asked.get('case') ?? 'residence_like'}.json`)).json()
await useLanguage((asked.get('language') ?? 'nl') as Language)
const circumstances = { now: new Date('2026-11-30T12:00:00Z'), today: '2026-11-30', user: { id: 'u1', name: 'Jan', unit: '', roles: [] } }
const kept = { version: 2, answers: JSON.parse(asked.get('answers') ?? '{}') }
const draft = new Draft(planOf(manifest), () => circumstances, { kept })
Object.assign(window, { draft })
mount(Alone, { target: document.getElementById('app') as HTMLElement, props: { draft, visit: asked.has('visit') } })
