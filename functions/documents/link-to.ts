import { documentKey } from '../../domain/files/keys.ts';
import { fileNumberOf } from '../../domain/forms/budget-application/file-number.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { NotFoundError } from '../runtime/errors.ts';
import type { DocumentsDeps } from './deps.ts';

/**
 * A link to a rendered document, saved under what it is and the file number: nobody's name.
 * @throws NotFoundError when it is not there
 */
export const linkTo = async (
  { files, registers }: DocumentsDeps,
  head: BudgetHead,
  sha256: string,
  name: string,
): Promise<string> => {
  const { budget } = await registers.county();
  const url = await files.link(documentKey(head.id, sha256, 'pdf'), {
    name: `${name}-${fileNumberOf(head, budget)}.pdf`,
  });
  if (!url) throw new NotFoundError('the document is not there');
  return url;
};
