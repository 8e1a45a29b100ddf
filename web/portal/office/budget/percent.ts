const inGerman = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });

/** "12,5 %"; what is there but rounds to nothing is said to be less. */
export const percentText = (percent: number): string =>
  percent > 0 && percent < 0.1 ? 'unter 0,1 %' : `${inGerman.format(percent)} %`;

/** The parts of a whole in per cent of it; where they are more than the whole, of their sum. */
export const partsInPercent = <Part extends { amount: number }>(parts: readonly Part[], all: number) => {
  const whole = Math.max(
    all,
    parts.reduce((sum, { amount }) => sum + amount, 0),
  );
  return parts.map((part) => ({ ...part, percent: whole > 0 ? (part.amount / whole) * 100 : 0 }));
};
