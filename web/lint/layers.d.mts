export function brokenLayers(src: string): string[]
