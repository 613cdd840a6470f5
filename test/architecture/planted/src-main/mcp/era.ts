// breaks: workbench/no-enum, TS1294
export enum Era {
  Sessions,
  Stateless,
}
