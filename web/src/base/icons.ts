/**
 * Every icon is one path on a 24 × 24 grid, stroked, so that two hundred cards draw quickly and no sprite has
 * to load first. Here stand those that the shell, the kit or several modules draw; a module brings its own.
 * It names one on the server too; an unknown name draws `box`.
 */
const icons = {
  alert: 'M12 3.5L22 20.5H2zM12 10v4.5M12 17.5v.01',
  back: 'M15 5l-7 7 7 7',
  book: 'M5 4h10.5A2.5 2.5 0 0 1 18 6.5V20H7.5A2.5 2.5 0 0 1 5 17.5zM5 17.5A2.5 2.5 0 0 1 7.5 15H18M9 8h5',
  box: 'M4 7.5L12 3.5l8 4v9l-8 4-8-4zM4 7.5l8 4 8-4M12 11.5v9',
  chat: 'M4 5h16v11.5h-8.5L7 20v-3.5H4zM8 9.5h8M8 12.5h5',
  check: 'M4.5 12.5l5 5L19.5 7',
  chev: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  edit: 'M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5l3.5 3.5',
  hourglass: 'M6.5 3.5h11M6.5 20.5h11M7.5 3.5c0 4.5 4.5 5.5 4.5 8.5s-4.5 4-4.5 8.5M16.5 3.5c0 4.5-4.5 5.5-4.5 8.5s4.5 4 4.5 8.5',
  house: 'M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z',
  install: 'M12 4v10M8 10l4 4 4-4M5 4.5h3M16 4.5h3M5 4.5v15h14v-15',
  key: 'M3.5 15.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0M11.2 12.3L20 3.5M16 7.5l3 3M13.5 10l2 2',
  lock: 'M7 10.5h10a2 2 0 0 1 2 2v6a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-6a2 2 0 0 1 2 -2zM8 10.5V7a4 4 0 0 1 8 0v3.5',
  map: 'M9 4L3.5 6.5v13.5L9 17.5l6 2.5 5.5-2.5V4L15 6.5zM9 4v13.5M15 6.5V20',
  menu: 'M5.5 4h3.5a1.5 1.5 0 0 1 1.5 1.5v3.5a1.5 1.5 0 0 1 -1.5 1.5h-3.5a1.5 1.5 0 0 1 -1.5 -1.5v-3.5a1.5 1.5 0 0 1 1.5 -1.5zM15 4h3.5a1.5 1.5 0 0 1 1.5 1.5v3.5a1.5 1.5 0 0 1 -1.5 1.5h-3.5a1.5 1.5 0 0 1 -1.5 -1.5v-3.5a1.5 1.5 0 0 1 1.5 -1.5zM5.5 13.5h3.5a1.5 1.5 0 0 1 1.5 1.5v3.5a1.5 1.5 0 0 1 -1.5 1.5h-3.5a1.5 1.5 0 0 1 -1.5 -1.5v-3.5a1.5 1.5 0 0 1 1.5 -1.5zM15 13.5h3.5a1.5 1.5 0 0 1 1.5 1.5v3.5a1.5 1.5 0 0 1 -1.5 1.5h-3.5a1.5 1.5 0 0 1 -1.5 -1.5v-3.5a1.5 1.5 0 0 1 1.5 -1.5z',
  offline: 'M3 3l18 18M5.5 12.5a9.5 9.5 0 0 1 3.7-2.3M18.5 12.5a9.6 9.6 0 0 0-5-2.7M2.5 8.8a14 14 0 0 1 4-2.6M21.5 8.8A14 14 0 0 0 11 5M8.8 16a4.7 4.7 0 0 1 5.2-.9M12 19.5h.01',
  out: 'M10 4.5H5v15h5M14 8l4 4-4 4M18 12H9.5',
  phone: 'M5 4h4l1.5 4.5-2.3 1.6a11 11 0 0 0 5.7 5.7l1.6-2.3L20 15v4a1.5 1.5 0 0 1-1.6 1.5C10.5 20 4 13.5 3.5 5.6A1.5 1.5 0 0 1 5 4z',
  retry: 'M20 5v4.5h-4.5M19.7 9.5A8.5 8.5 0 1 0 20.5 13',
  search: 'M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0M15.5 15.5L21 21',
  signal: 'M4 19v-3M9.3 19v-7M14.7 19V8.5M20 19V5',
  sos: 'M12 4v9M12 17.5v.5M5.5 5.5a9 9 0 0 0 0 13M18.5 5.5a9 9 0 0 1 0 13',
  target: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M12 12h.01',
  today: 'M4 8a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM8 3.5V7M16 3.5V7M8 14l2.5 2.5L16 11.5',
  x: 'M6 6l12 12M18 6L6 18',
}

/** Drawings that modules brought; those of the shell are never drawn over. */
const more: Record<string, string> = {}

export function alsoIcons(drawn: Record<string, string>): void {
  for (const [name, path] of Object.entries(drawn)) more[name] ??= path
}

export function iconPath(name: string): string {
  return (icons as Record<string, string>)[name] ?? more[name] ?? icons.box
}
