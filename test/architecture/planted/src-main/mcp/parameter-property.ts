// breaks: TS1294
export class Frame {
  constructor(readonly text: string) {}
}
