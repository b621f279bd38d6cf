// Before the first paint, so that a night screen never flashes white; and the texts of the officer's
// language beside the app, not after it. External, because the security policy allows no inline script.
;(function () {
  var root = document.documentElement
  var files = document.currentScript.dataset
  var kept = null
  try {
    var theme = localStorage.getItem('focus.theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
    kept = localStorage.getItem('focus.language')
  } catch (e) {}
  var spoken = [kept].concat(navigator.languages || []).map(function (tag) { return (tag || '').slice(0, 2) })
  var language = spoken.filter(function (tag) { return files[tag] })[0] || 'nl'
  root.lang = language
  if (!files[language]) return
  var link = document.createElement('link')
  link.rel = 'modulepreload'
  link.href = files[language]
  document.head.appendChild(link)
})()
