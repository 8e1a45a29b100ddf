import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from './language.ts';

/**
 * Parts that only people see who work in German with this office: those who log in, and the providers who apply for
 * money. Everything else is said in every language.
 */
const GERMAN_ONLY = [
  'activities.json',
  'goals.json',
  'amendments.json',
  'budget-application.json',
  'committee-paper.json',
  'committee.json',
  'distribution.json',
  'payments.json',
  'applications.json',
  'notices.json',
  'office.json',
  'portal.json',
  'poster-frame.json',
  'proofs.json',
  'survey-institutions.json',
  'survey-results.json',
  'surveys.json',
];

const partsOf = (language: string) => readdirSync(join(import.meta.dirname, language)).sort();

test.each(languages.filter((language) => language !== 'de'))(
  '%s has every part of the texts but those that are German only',
  (language) => {
    expect(partsOf(language)).toEqual(partsOf('de').filter((part) => !GERMAN_ONLY.includes(part)));
  },
);
