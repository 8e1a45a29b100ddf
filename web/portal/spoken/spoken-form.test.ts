import { describe, expect, it } from 'vitest';
import { contactRequestAnswers } from '../../../domain/forms/contact-request/answers.ts';
import { answersOf, emptyFields, UNKNOWN_KITA } from './spoken-form.ts';

const filled = { ...emptyFields(), iAm: 'guardian', kita: 'biebelnheim', replyBy: 'at-kita' };
const sent = (fields: typeof filled) => contactRequestAnswers.safeParse(answersOf(fields));

describe('a spoken request', () => {
  it('is sent without what was left empty', () => {
    expect(JSON.parse(JSON.stringify(answersOf(filled)))).toEqual({
      iAm: 'guardian',
      kita: 'biebelnheim',
      replyBy: 'at-kita',
      language: 'de',
    });
    expect(sent(filled).success).toBe(true);
  });

  it('never has a name', () => {
    expect(answersOf(filled).name).toBeUndefined();
  });

  it('sends the place of residence only when the Kita is not known', () => {
    expect(answersOf({ ...filled, municipality: 'alzey-land' }).municipality).toBeUndefined();
    expect(sent({ ...filled, kita: UNKNOWN_KITA, municipality: 'alzey-land' }).success).toBe(true);
  });

  it('sends only the chosen channel, so that a number typed before another choice stays here', () => {
    expect(answersOf({ ...filled, phone: '06731 12345' }).phone).toBeUndefined();
    const byPhone = { ...filled, replyBy: 'telephone', phone: '06731 12345', mayLeaveMessage: 'no' };
    expect(sent(byPhone).success).toBe(true);
    expect(answersOf(byPhone).mayLeaveMessage).toBe(false);
  });
});
