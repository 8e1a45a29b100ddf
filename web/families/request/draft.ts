import { useEffect, useState } from 'preact/hooks';
import type { ContactRequestAnswers } from '../../../domain/forms/contact-request/answers.ts';
import { forget, keep, kept } from '../device/storage.ts';
import { uuidV7 } from '../device/uuid.ts';
import type { Place, Values } from './values.ts';

/** A message that is not sent yet. Its id is made with it, so that sending it twice is harmless. */
export interface Draft extends Place {
  id: string;
  /** Known to this draft alone: whoever reads what was sent cannot repeat it and get the receipt code. */
  key?: string;
  values?: Values;
  /** "No child is in danger" was answered in this tab. */
  asked?: boolean;
  /** What was sent while nobody knows whether it arrived. */
  tried?: ContactRequestAnswers;
  /** The sender wants it kept on this device, beyond the tab. */
  onDevice?: boolean;
}

const NAME = 'draft';
const CHANGED = 'draft-changed';

const newDraft = (): Draft => ({ id: uuidV7(), key: uuidV7() });

const restored = (): Draft =>
  kept<Draft>('tab', NAME) ?? { ...(kept<Draft>('device', NAME) ?? newDraft()), asked: false };

let draft: Draft | undefined;
export const currentDraft = (): Draft => {
  draft ??= restored();
  return draft;
};

/** Keeps the change in the tab, and on the device where the sender chose that. */
export const changeDraft = (change: Partial<Draft>): void => {
  draft = { ...currentDraft(), ...change };
  keep('tab', NAME, draft);
  if (draft.onDevice) keep('device', NAME, draft);
  else forget('device', NAME);
  dispatchEvent(new Event(CHANGED));
};

/** A new, empty draft: after sending, and when the sender deletes the old one. */
export const dropDraft = (): void => {
  forget('tab', NAME);
  forget('device', NAME);
  draft = newDraft();
  dispatchEvent(new Event(CHANGED));
};

export const useDraft = (): Draft => {
  const [value, follow] = useState(currentDraft);
  useEffect(() => {
    const update = () => follow(currentDraft());
    addEventListener(CHANGED, update);
    update();
    return () => removeEventListener(CHANGED, update);
  }, []);
  return value;
};

/** Whether somebody has begun to write: then a restored form says so. */
export const isBegun = ({ values }: Draft): boolean =>
  values !== undefined && [values.iAm, values.name, values.phone, values.email, values.message].some(Boolean);
