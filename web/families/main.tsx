import { render } from 'preact';
import { speak } from '../languages/messages.ts';
import { App } from './App.tsx';
import { county } from './api/families.ts';
import { isLeft } from './frame/leave.ts';
import { announceLanguage, wishedLanguage } from './language/wished-language.ts';

const language = wishedLanguage();
announceLanguage(language);

const start = async () => {
  const words = speak(language);
  // Asked for together with the words, not after them; a failure is dealt with where it is used.
  const first = county();
  first.catch(() => undefined);
  await words;
  const root = document.getElementById('page');
  if (root) render(<App first={first} />, root);
};

// Without its words the page cannot say what is wrong: index.html does, in every language.
if (!isLeft()) start().catch(() => document.getElementById('broken')?.removeAttribute('hidden'));
