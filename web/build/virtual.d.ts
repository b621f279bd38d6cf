declare module 'virtual:focus-modules' {
  const found: import('../src/kit/module').AppModule[]
  export default found
}

declare module 'virtual:focus-texts/*' {
  const sources: string[]
  export default sources
}
