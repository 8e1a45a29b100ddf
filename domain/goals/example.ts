import type { Goal } from './goal.ts';

/** An invented goal: the example of the API's document, of the tests, and of the demonstration. */
export const goalExample: Goal = {
  year: 2027,
  text: 'Familien im Alzeyer Land finden Beratung, ohne lange Wege zu fahren.',
  results: [],
  fine: [
    {
      id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b71',
      text: 'In jeder Kita im Alzeyer Land gibt es eine offene Sprechstunde in der Woche.',
      targetGroup: 'Eltern ohne Auto',
      indicator: 'Kitas mit wöchentlicher Sprechstunde: alle',
      date: '2027-09-30',
      measures: [
        {
          id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b72',
          text: 'Sprechstunden mit den Kitas absprechen und aushängen',
          dimension: 'across',
          responsible: 'Kita-Sozialarbeit Alzey-Land',
          state: 'running',
        },
        {
          id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b73',
          text: 'Mit dem Verkehrsverbund über die Taktung der Busse sprechen',
          dimension: 'unrelated',
          responsible: 'Koordination im Kreisjugendamt',
          state: 'planned',
        },
      ],
    },
  ],
};
