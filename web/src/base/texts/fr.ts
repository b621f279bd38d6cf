/** Every text of the app in one language, put together by the build (build/texts.ts). */
export { default } from 'virtual:focus-texts/fr'
