// The page's icons: one stroked path each, 24 × 24.

export const ICONS = {
  back: 'M15 5l-7 7 7 7',
  clip: 'M20 11.5l-8.2 8.2a5 5 0 0 1-7-7L13.500 4a3.300 3.300 0 0 1 4.700 4.700l-8.600 8.600a1.700 1.700 0 0 1-2.400-2.400l8-8',
  sheet: 'M5 4h14v16H5zM5 9h14M5 14.500h14M10.500 9v11',
  send: 'M4 12l16-7-6 16-3-7zM11 14l9-9',
  menu: 'M4 7h16M4 12h16M4 17h16',
  reply: 'M10 6L4 12l6 6M4 12h9a7 7 0 0 1 7 6',
  close: 'M6 6l12 12M18 6L6 18',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  panel: 'M4 5h16v14H4zM15 5v14',
  down: 'M6 9l6 6 6-6',
  left: 'M14 6l-6 6 6 6',
  right: 'M10 6l6 6-6 6',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  at: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM16 8v5.500a2.500 2.500 0 0 0 5 0V12a9 9 0 1 0-3.600 7.200',
  add: 'M12 5v14M5 12h14',
  flag: 'M6 21V4h12l-3 4.500L18 13H6',
} as const;
