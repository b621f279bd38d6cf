import { alsoIcons } from '../../../base/icons'

alsoIcons({
  layers: 'M12 3.5l9 5-9 5-9-5zM3.5 13L12 17.7 20.5 13M3.5 17L12 21.5 20.5 17',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  locate: 'M5.5 12a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0M10 12a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3',
  minus: 'M5 12h14',
  nav: 'M12 3l7.5 17.5L12 16.5l-7.5 4z',
  'on-device': 'M12 4v11.5M7 11l5 5 5-5M4.5 16v4h15v-4',
  plus: 'M12 5v14M5 12h14',
})
