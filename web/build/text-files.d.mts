export interface TextFolder {
  module: string
  path: string
}
export const languages: string[]
export function sourcesIn(folder: string): string[]
export function calledModules(folders: string[]): Set<string>
export function textFolders(web: string, outside?: string[]): TextFolder[]
export function textFiles(folders: TextFolder[], language: string): string[]
export function laterFiles(folders: TextFolder[], part: string, language: string): string[]
export function codesSaid(folders: string[]): Set<string>
export function saidByApp(text: string, said: Set<string>): string
export function onlyRefusals(text: string): string
export function isServers(web: string, path: string): boolean
