/** The app's own texts and those of every module on the server, bundled at build time. */
export default Object.values(
  import.meta.glob<string>(['../../../texts/nl.ftl', '../../../../src/focus/**/texts/**/nl.ftl'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
)
