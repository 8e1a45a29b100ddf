import type { Role } from '../../domain/people/role.ts';
import type { Store } from './client.ts';
import { deputyshipKey, personKey } from './keys.ts';
import type { Write } from './transact.ts';

/** Part of a decision's transaction: the person still has the role at the moment of the write. */
export const hasRole = (store: Store, person: string, role: Role): Write => ({
  ConditionCheck: {
    TableName: store.table,
    Key: personKey(person),
    ConditionExpression: 'contains(#roles, :role)',
    ExpressionAttributeNames: { '#roles': 'roles' },
    ExpressionAttributeValues: { ':role': role },
  },
});

/** Part of a decision's transaction: the deputyship under which somebody acts still stands. */
export const standsIn = (store: Store, one: { person: string; deputy: string; from: string }): Write => ({
  ConditionCheck: {
    TableName: store.table,
    Key: deputyshipKey(one),
    ConditionExpression: 'attribute_exists(pk)',
  },
});
