/** The parts of the application, in the order in which they are filled in, with the fields of each. */
export const sections = {
  provider: ['provider'],
  account: ['accountHolder', 'iban'],
  scope: ['kitas', 'year', 'period'],
  purpose: ['purpose', 'concept', 'reasons', 'goals', 'countyGoals', 'surveyResults'],
  positions: ['positions'],
  shares: ['shares'],
  costs: ['training', 'thirdParty'],
  attachments: ['attachments'],
  declarations: ['declarations', 'electronicNotice', 'signature'],
} as const;

export type Section = keyof typeof sections;
export const sectionNames = Object.keys(sections) as Section[];

/** The section in which a field is asked: by the first word of its path. */
export const sectionOf = (path: string): Section => {
  const [field = ''] = path.split('.');
  const found = sectionNames.find((name) => (sections[name] as readonly string[]).includes(field));
  if (!found) throw new Error(`no section asks for ${field}`);
  return found;
};
