import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { focusHeading } from '../../fields/focus-heading.ts';
import { t } from '../language/texts.ts';
import { hasMoved } from '../navigation/navigate.ts';
import { useCounty } from './county.ts';

interface Props {
  title: string;
  children: ComponentChildren;
}

/** One view: its heading names the tab, and takes the focus when somebody came here from another view. */
export const Page = ({ title, children }: Props) => {
  const county = useCounty()?.name ?? '';
  const tab = t('site.title', { view: title, county });
  useEffect(() => {
    document.title = tab;
  }, [tab]);
  // Before anybody sees the view: there is no moment in which a key goes nowhere.
  useLayoutEffect(() => {
    if (hasMoved()) focusHeading();
  }, []);
  return (
    <>
      <h1 class="kern-heading-large" id="heading">
        {title}
      </h1>
      {children}
    </>
  );
};
