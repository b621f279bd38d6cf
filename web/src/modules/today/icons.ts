export const icons = {
  crew: 'M3 15l1.5-5a2 2 0 0 1 2-1.5h11a2 2 0 0 1 2 1.5L21 15v4h-3v-2H6v2H3zM9.5 8.5V6h5v2.5M7 13.5h.01M17 13.5h.01',
}
