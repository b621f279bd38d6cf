import { alsoTexts, type Language } from '../../../../base/i18n.svelte'

/** Texts that only this screen needs come with it, in every language: it is fetched when it is opened. */
const files = import.meta.glob<string>('../../../../../texts/health/*.ftl', { eager: true, query: '?raw', import: 'default' })
const text = (language: Language): string => files[`../../../../../texts/health/${language}.ftl`] ?? ''

alsoTexts({ nl: text('nl'), fr: text('fr'), de: text('de'), en: text('en') })
