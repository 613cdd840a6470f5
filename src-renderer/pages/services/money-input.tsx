import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { digitsOf, type Money } from './money.ts';
import classes from './services.module.css';

interface Props {
  readonly label: string;
  readonly value: Money | null;
  readonly onChange: (value: Money | null) => void;
}

const currencies = Intl.supportedValuesOf('currency');

/** An amount in the units that people write, with its currency. Emptying the amount takes the cost away. */
export function MoneyInput({ label, value, onChange }: Props) {
  const [chosen, setChosen] = useState('EUR');
  const currency = value?.currency ?? chosen;
  const digits = digitsOf(currency);
  const put = (amount: number | string, unit: string): void =>
    onChange(amount === '' ? null : { minor: Math.round(Number(amount) * 10 ** digitsOf(unit)), currency: unit });
  const amount = value === null ? '' : value.minor / 10 ** digits;
  return (
    <div className={classes['money']}>
      <NumberInput
        label={label}
        placeholder="No cost"
        min={0}
        max={1_000_000_000}
        clampBehavior="strict"
        decimalScale={digits}
        fixedDecimalScale
        thousandSeparator=","
        value={amount}
        onChange={(typed) => put(typed, currency)}
      />
      <Select
        aria-label="Currency"
        data={currencies.includes(currency) ? currencies : [currency, ...currencies]}
        searchable
        allowDeselect={false}
        value={currency}
        onChange={(unit) => {
          if (unit === null) return;
          setChosen(unit);
          put(amount, unit);
        }}
      />
    </div>
  );
}
