export const dateFormats = ['iso', 'dmy', 'mdy', 'excel', 'epoch-seconds', 'epoch-milliseconds'] as const;

/**
 * How the dates of a column are read. What reads only one way (ISO, the name of a month) is read under each of them;
 * they decide about the rest. `dmy` and `mdy`: dates of three numbers. `excel`, `epoch-seconds`, `epoch-milliseconds`:
 * plain numbers, which the other three read by how many digits they have.
 */
export type DateFormat = (typeof dateFormats)[number];
