import { ForeignText } from '../foreign-text.tsx';
import { Properties } from '../record/properties.tsx';
import { describeFieldName, findRowKind, isFields, isNothing, isRows, type Fields } from './describe-result.ts';
import { ResultTable } from './result-table.tsx';
import { ResultValue } from './result-value.tsx';
import classes from './result.module.css';

interface Props {
  readonly record: Fields;
  readonly title: string | undefined;
}

const longText = 90;

/** A record as its facts, then its long texts, then its lists. What it lacks is left out. */
export function RecordResult({ record, title }: Props) {
  const entries = Object.entries(record).filter(([name, value]) => name !== 'link' && !isNothing(value));
  const isLong = (value: unknown): value is string => typeof value === 'string' && value.length > longText;
  const isPart = (value: unknown): boolean => isFields(value) || (isRows(value) && value.length > 0);
  const facts = entries.filter(([, value]) => !isLong(value) && !isPart(value));
  return (
    <div className={classes['record']}>
      {title !== undefined && <h3 className="foreign">{title}</h3>}
      {facts.length > 0 && (
        <Properties
          list={facts.map(([name, value]) => [describeFieldName(name), <ResultValue key={name} value={value} />])}
        />
      )}
      {entries.map(([name, value]) => {
        if (isLong(value)) {
          return (
            <Part key={name} name={name}>
              <ForeignText text={value} />
            </Part>
          );
        }
        if (isFields(value)) {
          return (
            <Part key={name} name={name}>
              <Properties
                list={Object.entries(value).map(([inner, one]) => [
                  describeFieldName(inner),
                  <ResultValue key={inner} value={one} />,
                ])}
              />
            </Part>
          );
        }
        if (isRows(value)) {
          return (
            <Part key={name} name={name}>
              <ResultTable label={name} rows={value} kind={findRowKind(name)} />
            </Part>
          );
        }
        return null;
      })}
      {entries.length === 0 && <p className={classes['envelope']}>An empty object.</p>}
    </div>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <section>
      <h4 title={name}>{describeFieldName(name)}</h4>
      {children}
    </section>
  );
}
