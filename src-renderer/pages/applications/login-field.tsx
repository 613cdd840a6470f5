import { Input, SegmentedControl } from '@mantine/core';
import { PrincipalPicker } from '../../components/form/principal-picker.tsx';
import classes from './applications.module.css';

interface Props {
  readonly service: boolean;
  readonly as: string | undefined;
  /** What an empty choice of a person means. */
  readonly nobody?: string;
  readonly onChange: (change: { readonly service?: boolean; readonly as?: string | undefined }) => void;
}

/** Who an application's requests act as. */
export function LoginField({ service, as, nobody = 'The administrator', onChange }: Props) {
  return (
    <Input.Wrapper size="xs" label="Acts as" labelElement="div">
      <div className={classes['login']}>
        <SegmentedControl
          aria-label="Acts as"
          data={[
            { value: 'person', label: 'A person' },
            { value: 'service', label: 'The service itself' },
          ]}
          value={service ? 'service' : 'person'}
          onChange={(chosen) => onChange({ service: chosen === 'service' })}
        />
        {service ? (
          <span className={classes['dim']}>
            It is no agent: tools that make sense only for a person are not offered.
          </span>
        ) : (
          <PrincipalPicker
            label="Agent or user"
            nobody={nobody}
            value={as}
            onChange={(email) => onChange({ as: email })}
          />
        )}
      </div>
    </Input.Wrapper>
  );
}
