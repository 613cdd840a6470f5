import { createBrowserRouter } from 'react-router';
import { pages } from '../pages/index.ts';
import { ErrorPage } from './error-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { Shell } from './shell.tsx';

export const router = createBrowserRouter([
  {
    element: <Shell />,
    children: [
      {
        // Inside the shell, so that the navigation stays when a page breaks.
        errorElement: <ErrorPage />,
        children: [
          ...pages.map(({ path, load }) => ({ path, lazy: async () => ({ Component: await load() }) })),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
