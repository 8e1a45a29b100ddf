/** Points of PDF for millimetres of paper. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** A4, with the margins of DIN 5008. */
export const sheet = {
  width: mm(210),
  height: mm(297),
  left: mm(25),
  right: mm(190),
  text: mm(165),
} as const;

/** Where later pages begin and where the text of all pages ends when nothing stands below it. */
export const body = { top: mm(30), bottom: mm(275) } as const;

/** DIN 5008, form B: the window shows 20–110 mm from the left, 45–90 mm from the top. */
export const letterPlaces = {
  senderBaseline: mm(59.5),
  /** The zone of the recipient: six lines that end where the window ends. */
  recipient: { top: mm(62.7), bottom: mm(90), width: mm(80) },
  information: { left: mm(125), top: mm(50), width: mm(65), label: mm(25) },
  subject: mm(98.5),
  folds: [mm(105), mm(210)],
  hole: mm(148.5),
} as const;

export const furniture = {
  letterheadTop: mm(15),
  runningHead: mm(17),
  runningRule: mm(20.5),
  pageLabel: mm(288),
  /** The last line of the columns below the first page. */
  footerBottom: mm(282),
} as const;
