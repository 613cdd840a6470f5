import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { os } from '../implementer.ts';

export const signInRoutes = {
  createLink: os.signIn.createLink.handler(({ context: { createSignInLink } }) => {
    if (createSignInLink === undefined) {
      throw new AppError('not_allowed', 'Sign-in links are only made by the command "halo-mcp-workbench link".');
    }
    const { url, expiresAt } = createSignInLink();
    return { url, expiresAt: toTimestamp(expiresAt) };
  }),
};
