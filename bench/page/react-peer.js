import { createRoot } from 'react-dom/client';
import { useForm } from 'react-hook-form';
import { contactRequestAnswers } from '../../domain/forms/contact-request/answers.ts';

/** What the form stands on, with React in Preact's place, before a single line of the page. */
const Empty = () => {
  const { formState } = useForm();
  return String(formState.isValid && contactRequestAnswers.safeParse({}).success);
};

createRoot(document.body).render(Empty());
