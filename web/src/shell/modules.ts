import outside from 'virtual:focus-modules'
import type { AppModule } from '../kit/module'
import { modules } from '../kit/modules'

/** A folder in `modules/` is a module when it has a `module.ts`. */
const own = import.meta.glob<AppModule>('../modules/*/module.ts', { eager: true, import: 'default' })

modules.take([...Object.values(own), ...outside])
