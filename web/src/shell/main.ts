import { mount } from 'svelte'
import { useLanguage } from '../base/i18n.svelte'
import '../kit/css/index.css'
import { preferences } from '../store/preferences.svelte'
import App from './App.svelte'

const target = document.getElementById('app')
if (target) {
  await useLanguage(preferences.language())
  target.replaceChildren() // the first frame, which stands in index.html: App draws it again until it knows more
  mount(App, { target })
}
