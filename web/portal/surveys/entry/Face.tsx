/** The mouth of each face, drawn by ourselves; the words for it are the button's. */
const MOUTHS: Record<string, string> = {
  good: 'M60 120 Q100 165 140 120',
  middle: 'M62 135 L138 135',
  bad: 'M60 148 Q100 105 140 148',
};
const COLOURS: Record<string, string> = { good: '#ffd94a', middle: '#ffe9a8', bad: '#a9c9f0' };

/** A face that laughs, looks straight or is sad. */
export const Face = ({ kind }: { kind: string }) => (
  <svg viewBox="0 0 200 200" aria-hidden="true" focusable="false">
    <circle cx="100" cy="100" r="92" fill={COLOURS[kind]} stroke="#171a2b" stroke-width="6" />
    <circle cx="70" cy="80" r="11" fill="#171a2b" />
    <circle cx="130" cy="80" r="11" fill="#171a2b" />
    <path d={MOUTHS[kind]} fill="none" stroke="#171a2b" stroke-width="9" stroke-linecap="round" />
  </svg>
);
