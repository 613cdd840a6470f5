export interface Ticket {
  readonly id: number;
}
