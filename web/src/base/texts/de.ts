/** The app's own texts and those of every module on the server, bundled at build time. */
export default Object.values(
  import.meta.glob<string>(['../../../texts/de.ftl', '../../../../src/focus/**/texts/**/de.ftl'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
)
