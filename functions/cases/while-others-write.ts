import { ConditionFailedError } from '../store/heads.ts';
import { HEAD } from '../store/table.ts';
import { pause, TransactionConflictError } from '../store/transact.ts';

const ATTEMPTS = 8;

/** Whether it was another submission's head, written in the same transaction, that somebody wrote meanwhile. */
const isOther = ({ write: { Put } }: ConditionFailedError) =>
  Put?.Item?.sk === HEAD && Put.ConditionExpression === 'rev = :rev';

/** Writes two heads at once: whoever wrote the second one meanwhile makes it look again, what became of it. */
export const whileOthersWrite = async <T>(write: () => Promise<T>): Promise<T> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof ConditionFailedError) || !isOther(error)) throw error;
      await pause(attempt);
    }
  }
  throw new TransactionConflictError('a submission kept being written by others');
};
