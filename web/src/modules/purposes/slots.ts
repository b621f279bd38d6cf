/** Where other modules say something about a task: they take this from `public.ts`, and purposes name none of them. */
import { Slot } from '../../kit/slots'
import type { Task } from './wire'

/** Whether Today shows what this task is about already, so that it stands there once. */
export const taskShown = new Slot<(task: Task) => boolean>('purposes.task-shown')
