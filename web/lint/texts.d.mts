export function messages(source: string): Map<string, string>
export function gaps(all: Map<string, Map<string, string>>): string[]
export function usedByApp(key: string, code: string): boolean
export function usedByServer(key: string, python: string): boolean
