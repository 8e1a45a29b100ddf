import { expect, test } from 'vitest';
import { attachmentKey, placeOfKey } from './keys.ts';

const place = {
  submission: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a',
  file: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b',
};

test('an attachment is found again by its key', () => {
  expect(placeOfKey(attachmentKey(place))).toEqual(place);
});

test.each([
  'documents/2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae.pdf',
  `attachments/${place.submission}`,
  `attachments/${place.submission}/`,
  `attachments/${place.submission}/${place.file}/x`,
  `attachments/${place.submission}/../${place.file}`,
  `attachments/x/${place.file}`,
  `x/attachments/${place.submission}/${place.file}`,
  `attachments/${place.submission}/${place.file}\n`,
  'malware-protection-resource-validation-object',
  '',
])('at %j lies none', (key) => {
  expect(placeOfKey(key)).toBeUndefined();
});
