export interface Principal {
  readonly name: string;
}

export const anyone: Principal = { name: 'anyone' };
