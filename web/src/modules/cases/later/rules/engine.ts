/** CEL on the phone: messages of one declaration, filled with cleaned values, and its rules run from the server's trees. */
import { celEnv, isCelError, plan as planned, type CelInput } from '@bufbuild/cel'
import { CheckedExprSchema } from '@bufbuild/cel-spec/cel/expr/checked_pb.js'
import { create, createFileRegistry, fromBinary, type DescField, type DescMessage } from '@bufbuild/protobuf'
import { isReflectMessage, reflect, type ReflectMessage } from '@bufbuild/protobuf/reflect'
import { FileDescriptorSetSchema, TimestampSchema, timestampDate, timestampFromDate, type Timestamp } from '@bufbuild/protobuf/wkt'
import { functions } from './functions'
import { knownRules, type Circumstances, type Manifest, type RuleDeclared } from './manifest'
import { isObject } from './values'

/** A rule that ended in an error: an index that is not there, a day outside of the calendar. */
export class RuleError extends Error {}

/** A declaration whose rules this app does not know yet: it must be updated before it may write. */
export class TooNew extends Error {}

type Run = (variables: Record<string, CelInput>) => unknown

function bytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}

export class Engine {
  readonly #registry
  readonly #environment
  readonly #messages = new Map<string, DescMessage>()
  readonly #runs = new Map<RuleDeclared, Run>()

  /** Throws `TooNew`. */
  constructor(manifest: Manifest) {
    if (manifest.rules_version > knownRules) throw new TooNew(manifest.name)
    this.#registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, bytes(manifest.schema)))
    this.#environment = celEnv({ registry: this.#registry, funcs: functions })
  }

  /** An empty message of a name. */
  message(name: string): ReflectMessage {
    let desc = this.#messages.get(name)
    if (!desc) {
      desc = this.#registry.getMessage(name)
      if (!desc) throw new RuleError(`no message ${name}`)
      this.#messages.set(name, desc)
    }
    return reflect(desc, create(desc), false)
  }

  /** Sets one field; `value` is cleaned, and there. */
  set(message: ReflectMessage, name: string, value: unknown): void {
    const field = message.fields.find((one) => one.name === name)
    if (!field) throw new RuleError(`no field ${name}`)
    if (field.fieldKind === 'list') {
      const list = message.get(field)
      for (const one of value as unknown[]) list.add(this.#element(field, one))
    } else {
      message.set(field, this.#element(field, value) as never)
    }
  }

  #element(field: DescField, value: unknown): unknown {
    if (field.message) {
      if (field.message.typeName === TimestampSchema.typeName) return reflect(TimestampSchema, timestampFromDate(new Date(value as string)), false)
      const inner = this.message(field.message.typeName)
      for (const [name, one] of Object.entries(isObject(value) ? value : {})) this.set(inner, name, one)
      return inner
    }
    return typeof value === 'number' && field.scalar === int64 ? BigInt(value) : value
  }

  /** What every rule sees beside the record. */
  constants({ now, today, user }: Circumstances): Record<string, CelInput> {
    const seen = this.message('kit.User')
    for (const [name, value] of Object.entries(user)) this.set(seen, name, value)
    return { now: timestampFromDate(now), today, user: seen }
  }

  /** Whether a condition holds. Throws `RuleError`. */
  truth(rule: RuleDeclared, variables: Record<string, CelInput>): boolean {
    const value = this.#run(rule, variables)
    if (typeof value !== 'boolean') throw new RuleError('no yes or no')
    return value
  }

  /** A value as JSON has it. Throws `RuleError`. */
  value(rule: RuleDeclared, variables: Record<string, CelInput>): unknown {
    const value = this.#run(rule, variables)
    if (typeof value === 'bigint') return Number(value)
    if (!isReflectMessage(value)) return value
    return `${timestampDate(value.message as Timestamp).toISOString().slice(0, -5)}Z`
  }

  #run(rule: RuleDeclared, variables: Record<string, CelInput>): unknown {
    let run = this.#runs.get(rule)
    if (!run) {
      run = planned(this.#environment, fromBinary(CheckedExprSchema, bytes(rule.ast))) as Run
      this.#runs.set(rule, run)
    }
    const value = run(variables)
    if (isCelError(value)) throw new RuleError('rule')
    return value
  }
}

/** Of a descriptor: `ScalarType.INT64`. */
const int64 = 3

