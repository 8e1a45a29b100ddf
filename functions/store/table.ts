/** One global index: partition and sort key attributes. Keys only: the heads are read where the list is shown. */
export interface IndexDefinition {
  name: string;
  pk: string;
  sk: string;
  projection: 'KEYS_ONLY';
}

export interface TableDefinition {
  pk: string;
  sk: string;
  indexes: readonly IndexDefinition[];
  /** Record keys of every change, for dispatch. */
  stream: boolean;
}

const index = (name: string): IndexDefinition => ({
  name,
  pk: `${name}Pk`,
  sk: `${name}Sk`,
  projection: 'KEYS_ONLY',
});

/**
 * The one table. `pending`: heads that owe something, oldest first. `wake`: heads by the next instant at which the
 * calendar touches them. `mine`: heads by whose turn it is, open ones first. `form`: heads by form and year. `party`: heads by the provider that
 * applies, newest last.
 */
export const mainTable: TableDefinition = {
  pk: 'pk',
  sk: 'sk',
  indexes: [index('pending'), index('wake'), index('mine'), index('form'), index('party')],
  stream: true,
};

/** Wrapped keys of sealed content: deleting one makes what it sealed unreadable everywhere. */
export const keysTable: TableDefinition = { pk: 'pk', sk: 'sk', indexes: [], stream: false };

/** Answers of the needs survey, and what was counted of them: no stream, so that nothing follows an answer. */
export const answersTable: TableDefinition = { pk: 'pk', sk: 'sk', indexes: [], stream: false };

/** Tokens with which somebody has answered: no stream and no recovery, nothing but their hashes. */
export const tokensTable: TableDefinition = { pk: 'pk', sk: 'sk', indexes: [], stream: false };

/** The sort key of a head: the stream's filter knows it too. */
export const HEAD = 'HEAD';
