import type { AppModule } from '../../kit/module'
import { deskRoutes, deskRows } from './later/routes'

export default {
  name: 'briefing',
  routes: [...deskRoutes],
  menu: { rows: [...deskRows] },
} satisfies AppModule
