import { useEffect, useRef } from 'preact/hooks';
import { formatDate, readDate } from '../../../../domain/calendar/typed-date.ts';
import { useEditing } from './editing.ts';

/** A typed date of one year as the same day of another; the end of a February stays its end. */
export const movedDate = (typed: string, from: number, to: number): string => {
  const date = readDate(typed);
  if (!date?.startsWith(`${from}-`)) return typed;
  const day = `${to}${date.slice(4)}`;
  const isEndOfFebruary = date.endsWith('-02-28') || date.endsWith('-02-29');
  if (!isEndOfFebruary) return formatDate(day);
  const isLeap = new Date(Date.UTC(to, 1, 29)).getUTCMonth() === 1;
  const wasLast = new Date(`${date}T00:00:00Z`).getTime() === Date.UTC(from, 2, 0);
  return formatDate(`${to}-02-${wasLast && isLeap ? '29' : '28'}`);
};

/** When somebody chooses another year, the dates of the application go with it. */
export const useYearMoves = (): void => {
  const { form, values } = useEditing();
  const year = String(values.year ?? '');
  const before = useRef(year);
  useEffect(() => {
    const [from, to] = [Number(before.current), Number(year)];
    before.current = year;
    if (!from || !to || from === to) return;
    const rows = values.order.flatMap((key) => [`positions.${key}.from`, `positions.${key}.to`]);
    for (const name of ['period.from', 'period.to', ...rows]) {
      const typed = String(form.getValues(name as never) ?? '');
      const moved = movedDate(typed, from, to);
      if (moved !== typed) form.setValue(name as never, moved as never);
    }
  }, [year]);
};
