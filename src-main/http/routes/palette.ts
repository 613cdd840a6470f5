import { os } from '../implementer.ts';

export const paletteRoutes = {
  find: os.palette.find.handler(({ context: { core }, input }) => core.deskReads.findForPalette(input)),
};
