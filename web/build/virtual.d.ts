declare module 'virtual:focus-modules' {
  const found: import('../src/kit/module').AppModule[]
  export default found
}
