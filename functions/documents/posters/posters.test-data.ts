import type { Poster, PosterFrame } from './poster.ts';

export const SITE = 'https://kita-sozialarbeit.kreis-alzey-worms.example.org';
export const posters: Poster[] = [
  { group: 'parents', unit: 'Kita Altrheinfrösche', link: 'abcde23456', until: '2026-04-30' },
  {
    group: 'parents',
    unit: 'Kommunale Kindertagesstätte „Regenbogen“ der Verbandsgemeinde Alzey-Land in Biebelnheim',
    link: 'xyzxy78989',
    until: '2026-05-04',
  },
  { group: 'social-area', unit: 'Alzey-Süd', link: 'mnpqr23456', until: '2026-04-30' },
];
export const frame: PosterFrame = {
  office: 'Kreisjugendamt Alzey-Worms',
  languages: ['de', 'en', 'ar'],
  site: SITE,
  date: '2026-04-01',
};
