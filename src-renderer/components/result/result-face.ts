import { create } from 'zustand';

export type ResultFace = 'readable' | 'json';

interface State {
  readonly face: ResultFace;
  show(face: ResultFace): void;
}

/** Which face every result on the page shows: whoever wants JSON wants it for the next one too. */
export const useResultFace = create<State>((set) => ({ face: 'readable', show: (face) => set({ face }) }));
