/**
 * What the Sozialraumbudget may be used for (§ 25 Abs. 5 KiTaG and the counties' concepts). Apart from the other fields, so
 * that a head can name its purpose without bringing the whole form.
 */
export const purposes = [
  'kita-social-work',
  'intercultural',
  'licence-relevant',
  'extra-staff',
  'french',
  'family-centre',
] as const;
