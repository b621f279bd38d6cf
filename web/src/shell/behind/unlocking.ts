import 'virtual:focus-texts/later/shell/unlocking'

export { open, waysApart } from '../../sync/behind/unlocking'
