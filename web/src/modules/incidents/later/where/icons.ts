import { alsoIcons } from '../../../../base/icons'

alsoIcons({
  locate: 'M5.5 12a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0M10 12a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3',
})
