export { default as Menu } from './Menu.svelte'
