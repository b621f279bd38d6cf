import { alsoIcons } from '../../../base/icons'

alsoIcons({
  camera: 'M4 7.5h3.5L9 5.5h6l1.5 2H20v11H4zM8.5 13a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0',
  cross: 'M6 6l12 12M18 6L6 18',
  nav: 'M12 3l7 17-7-4-7 4z',
})
