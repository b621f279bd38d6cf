/** The app's own texts and those of every module on the server, bundled at build time. */
export default Object.values(
  import.meta.glob<string>(['../../../texts/en.ftl', '../../../../src/focus/**/texts/**/en.ftl'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
)
