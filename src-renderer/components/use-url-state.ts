import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What each key of a page's state is when the address does not say. Lists are written as repeated parameters. */
type Defaults = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A page's state, by the defaults that it is made of. */
export type UrlState<D extends Defaults> = {
  readonly [K in keyof D]: D[K] extends readonly string[]
    ? readonly string[]
    : D[K] extends string
      ? string
      : string | undefined;
};

type SetState<D extends Defaults> = (change: Partial<UrlState<D>>, how?: { readonly replace?: boolean }) => void;

/**
 * A page's filters, sort and selection, kept in its address, so that back, reload and a copied link bring them back.
 * The defaults are a constant of the module. Whoever passes values on to the core must be ready for anything: an address
 * is typed by people.
 */
export function useUrlState<const D extends Defaults>(defaults: D): readonly [UrlState<D>, SetState<D>] {
  const [parameters, setParameters] = useSearchParams();
  const state = useMemo(() => {
    const entries = Object.entries(defaults).map(([name, fallback]) => {
      if (Array.isArray(fallback)) return [name, parameters.has(name) ? parameters.getAll(name) : fallback];
      return [name, parameters.get(name) ?? fallback];
    });
    return Object.fromEntries(entries) as UrlState<D>;
  }, [parameters, defaults]);

  const setState = useCallback<SetState<D>>(
    (change, { replace = false } = {}) => {
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            after.delete(name);
            if (value === undefined || JSON.stringify(value) === JSON.stringify(defaults[name])) continue;
            for (const one of Array.isArray(value) ? value : [value]) after.append(name, String(one));
          }
          return after;
        },
        { replace, preventScrollReset: true },
      );
    },
    [setParameters, defaults],
  );
  return [state, setState];
}
