import { expect, test } from 'vitest'
import type { Card } from '../src/modules/search/wire'
import { isHolder, told } from '../src/modules/search/roles'

const at = '2026-11-23T14:00:00Z'
const fact = (key: string, value: string, source = 'DIV', others: [string, string][] = []) => ({
  key, value, source, at, others: others.map(([said, by]) => ({ value: said, source: by, at })),
})
const card = (type: Card['type'], title: string, more: Partial<Card> = {}): Card => ({ id: title, type, title, ...more }) as Card
const jeroen = card('person', 'Verlinden, Jeroen')
const golf = (...facts: ReturnType<typeof fact>[]) => card('vehicle', '2-ZKV-318', { facts })

test('the person whom the register names as holder is the holder', () => {
  expect(isHolder(jeroen, [jeroen, golf(fact('holder', 'Verlinden, Jeroen'))], 'plate')).toBe(true)
})

test.each(['Jeroen Verlinden', 'VERLINDEN JEROEN', 'Verlindén,  Jeroen'])('the holder written as %s is the same one', (name) => {
  expect(isHolder(jeroen, [golf(fact('holder', name))], 'vin')).toBe(true)
})

test('a holder whom only the second source names is one too', () => {
  expect(isHolder(jeroen, [golf(fact('holder', 'Autolease nv', 'DIV', [['Jeroen Verlinden', 'FRONT']]))], 'plate')).toBe(true)
})

test('a holder who is only led to is one too', () => {
  const led = card('vehicle', '2-ZKV-318', { pivots: [{ key: 'holder', kind: 'name', question: 'x', title: 'Verlinden, Jeroen' }] })
  expect(isHolder(jeroen, [led], 'plate')).toBe(true)
})

test('somebody with part of the name is not the holder', () => {
  expect(isHolder(card('person', 'Verlinden, Jeroen Karel'), [golf(fact('holder', 'Verlinden, Jeroen'))], 'plate')).toBe(false)
})

test('another role at the vehicle is not holding it', () => {
  expect(isHolder(jeroen, [golf(fact('driver', 'Verlinden, Jeroen'))], 'plate')).toBe(false)
})

test('nobody is a holder when a person was asked about', () => {
  expect(isHolder(jeroen, [golf(fact('holder', 'Verlinden, Jeroen'))], 'name')).toBe(false)
})

test('a company’s card is not called the holder of the person’s car', () => {
  expect(isHolder(card('organisation', 'Verlinden, Jeroen'), [golf(fact('holder', 'Verlinden, Jeroen'))], 'plate')).toBe(false)
})

test('a record is told by what its own source writes, the name first', () => {
  const merged = card('person', 'x', { facts: [fact('address', 'Ringlaan 4', 'RR', [['Kerkstraat 1', 'SIS']]), fact('name', 'El Amrani', 'RR', [['El-Amrani', 'SIS']])] })
  expect(told(merged, { id: '1', source: 'SIS', at })).toEqual(['El-Amrani', 'Kerkstraat 1'])
})

test('what is said twice is told once, and no more than two things', () => {
  const facts = [fact('name', 'Maes', 'RR'), fact('also_written', 'Maes', 'RR'), fact('address', 'Ringlaan 4', 'RR'), fact('place', 'Lindebeek', 'RR')]
  expect(told(card('person', 'x', { facts }), { id: '1', source: 'RR', at })).toEqual(['Maes', 'Ringlaan 4'])
})
