import type { Unreadable } from './wire'

/**
 * Without network nobody reads the question: a national number whose check digits cannot be right is told
 * before it waits for hours. Births from 2000 on are checked with a 2 before the nine digits.
 */
export function wrongCheck(question: string): Unreadable | null {
  const digits = question.replace(/[\s./-]/g, '')
  if (!/^\d{2}([024][0-9]|[135][0-2])[0-3]\d{6}$/.test(digits) || /^324[5-9]/.test(digits)) return null // a mobile phone's
  const [body, check] = [digits.slice(0, 9), Number(digits.slice(9))]
  const right = [body, `2${body}`].some((number) => 97 - (Number(number) % 97) === check)
  return right ? null : { kind: 'national_number', code: 'check_digit' }
}
