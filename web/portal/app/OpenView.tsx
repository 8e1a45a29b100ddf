import type { ComponentType } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { focusHeading } from '../../fields/focus-heading.ts';
import { UnreachableError } from '../api/failures.ts';
import { Failure } from '../parts/Failure.tsx';
import { Loading } from '../parts/Loading.tsx';
import type { View, ViewProps } from './area.ts';
import type { Place } from './place.ts';
import { UnknownView } from './UnknownView.tsx';
import { useView } from './use-view.ts';

interface ShownProps extends ViewProps {
  as: ComponentType<ViewProps>;
  focus: boolean;
}

/** The focus follows a view, before anybody sees it. */
const Shown = ({ as: Component, focus, ...props }: ShownProps) => {
  useLayoutEffect(() => {
    if (focus) focusHeading();
  }, []);
  return <Component {...props} />;
};

const Found = ({ view, place, focus }: { view: View; place: Place; focus: boolean }) => {
  const { component, error, retry } = useView(view);
  if (component) return <Shown as={component} focus={focus} params={place.params} query={place.query} />;
  // A part of the page that does not come is a connection that failed, whatever the browser calls it.
  if (error !== undefined) return <Failure error={new UnreachableError(String(error))} onRetry={retry} />;
  return <Loading />;
};

/** The view that an address leads to, or the page that says it leads nowhere. `focus`: somebody came here from another view. */
export const OpenView = ({ place, focus }: { place: Place; focus: boolean }) =>
  place.view ? (
    <Found view={place.view} place={place} focus={focus} />
  ) : (
    <Shown as={UnknownView} focus={focus} params={{}} query={{}} />
  );
