import { os } from '../implementer.ts';

const mostSuggested = 20;

export const principalRoutes = {
  suggest: os.principals.suggest.handler(async ({ context: { core }, input: { text } }) => {
    const people = await core.readers.run('suggestPrincipals', { text, limit: mostSuggested });
    return people.map((person) => ({ ...person, label: `${person.kind}:${person.id}` }));
  }),
};
