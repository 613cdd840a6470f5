import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

export type NavigationGroup =
  | 'Service desk'
  | 'Configuration > AI'
  | 'Configuration > Tickets'
  | 'Configuration > Integrations'
  | 'Configuration > Search';

export interface Page {
  /** A path of the router: `/tickets/:id` takes a record's id. */
  readonly path: string;
  readonly title: string;
  /** Loads the page's component; each page is a chunk of its own. */
  readonly load: () => Promise<ComponentType>;
  /** Where the navigation shows it. Pages without are reached from others. */
  readonly navigation?: {
    readonly icon: LucideIcon;
    readonly group?: NavigationGroup;
    readonly atEnd?: true;
    /** Paths of the other lists that the same entry stands for. */
    readonly also?: readonly string[];
  };
  /** Further words under which the command palette finds it. */
  readonly words?: string;
}
