type Values = Readonly<Record<string, unknown>>;

/** A column's value; a name with dots also reaches into nested objects. */
export function pickValue(values: Values, column: string): unknown {
  if (Object.hasOwn(values, column)) return values[column];
  let value: unknown = values;
  for (const key of column.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Values)[key];
  }
  return value;
}

/** Keys under which systems put what a person would call an object. */
const titles = ['display_value', 'display', 'name', 'label', 'title', 'text', 'value', 'id'];

/** A value as text: of an object what it is called, of a list what its items are called. */
export function toText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      if (Array.isArray(value)) return value.map(toText).filter(Boolean).join(', ');
      return typeof value === 'object' && value !== null ? titleOf(value as Values) : '';
  }
}

function titleOf(value: Values): string {
  const key = titles.find((each) => Object.hasOwn(value, each) && typeof value[each] !== 'object');
  return key === undefined ? '' : toText(value[key]);
}

const nothing = new Set(['', '?', 'null', '(null)', '\\n']);

/** Whether a short text stands for "nothing here" in some system's export. */
export function isNothing(text: string): boolean {
  return nothing.has(text.toLowerCase());
}
