import { useEffect, useState } from 'preact/hooks';
import type { SubmissionItem } from '../../../domain/api/portal.ts';
import { useLoad } from '../api/use-load.ts';

interface Page {
  items: SubmissionItem[];
  cursor?: string | undefined;
}
type LoadPage = (cursor: string | undefined) => Promise<Page>;

/** A page may be empty and still have a next one, where the server leaves out what is not asked for. */
const EMPTY_PAGES = 20;

const filled = async (load: LoadPage, from: string | undefined): Promise<Page> => {
  let page = await load(from);
  for (let n = 0; page.items.length === 0 && page.cursor && n < EMPTY_PAGES; n++)
    page = await load(page.cursor);
  return page;
};

/** A list that is loaded page by page; `key` names what is listed. */
export const usePages = (key: string, load: LoadPage) => {
  const first = useLoad(key, () => filled(load, undefined));
  const [more, setMore] = useState<Page>({ items: [] });
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  // a new first page starts the list anew
  useEffect(() => {
    setMore({ items: [] });
    setState({ busy: false });
  }, [first.data]);
  const cursor = more.cursor ?? (more.items.length === 0 ? first.data?.cursor : undefined);
  const loadMore = () => {
    if (!cursor || state.busy) return;
    setState({ busy: true });
    filled(load, cursor).then(
      (page) => {
        setMore((old) => ({ items: [...old.items, ...page.items], cursor: page.cursor }));
        setState({ busy: false });
      },
      (error: unknown) => setState({ busy: false, error }),
    );
  };
  return {
    items: first.data && [...first.data.items, ...more.items],
    loading: first.loading,
    error: first.error,
    reload: first.reload,
    more: cursor ? loadMore : undefined,
    moreBusy: state.busy,
    moreError: state.error,
  };
};
