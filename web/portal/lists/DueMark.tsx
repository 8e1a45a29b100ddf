import { type Dated, dueText } from './due.ts';

/** The due date and, in words and a mark, how urgent it is. */
export const DueMark = ({ item }: { item: Dated }) => {
  const { day, note, urgency } = dueText(item);
  return (
    <span class="due">
      <span>{day}</span>
      {note && <span class={`due-note due-note--${urgency}`}>{note}</span>}
    </span>
  );
};
