import type { CelInput } from '@bufbuild/cel'
import type { ReflectMessage } from '@bufbuild/protobuf/reflect'
import type { Json } from './values'

/** The whole record (`group` empty), or one row, while it is gone through; `prefix` is that of its paths: `visits[0].`. */
export interface Frame {
  readonly raw: Json
  readonly message: ReflectMessage
  readonly group: string
  readonly prefix: string
  readonly cleaned: Json
  /** What its rules see. */
  readonly variables: Record<string, CelInput>
}

export const pathIn = (frame: Frame, name: string): string => frame.prefix + name
