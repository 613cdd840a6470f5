import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { proposalNames } from '../../components/desk/proposal-names.ts';
import { FieldGrid, FieldSpan } from '../../components/form/field-grid.tsx';
import {
  ChoiceField,
  ChoicesField,
  toFieldChoices,
  toWordChoices,
} from '../../components/form/fields/choice-field.tsx';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import type { RecordForm } from '../../components/form/use-record-form.ts';
import { describeRule } from './describe-rule.ts';
import { NumberField } from './number-field.tsx';
import { toRule, type RuleValues } from './rule-words.ts';
import classes from './rules.module.css';

export function RuleForm({ form, isNew }: { readonly form: RecordForm<RuleValues>; readonly isNew: boolean }) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const rule = toRule(form.values);
  return (
    <FieldGrid>
      <TextField form={form} name="name" required {...(isNew && { autoFocus: true })} />
      <ChoiceField form={form} name="proposes" choices={toWordChoices(proposalNames)} />
      <ChoicesField
        form={form}
        name="typeIds"
        choices={toFieldChoices(lookups?.types)}
        none="All types"
        description="Tickets of other types get no suggestion from this rule."
      />
      <NumberField
        form={form}
        name="minimumScore"
        max={100}
        description="Tickets that are less alike do not count. 100 % says the same."
      />
      <NumberField
        form={form}
        name="lastDays"
        max={36_500}
        none="Any age"
        description="Tickets that were opened before do not count."
      />
      <NumberField
        form={form}
        name="minimumMatches"
        max={30}
        description="So many of those that count must have the same."
      />
      <NumberField
        form={form}
        name="minimumPercent"
        max={100}
        none="Any share"
        description="They must be this much of all that count."
      />
      <FlagField form={form} name="closedOnly" description="What open tickets have may still change." />
      <FlagField
        form={form}
        name="autoApply"
        description="When somebody looks at a ticket's matches here, the ticket gets it at once, in the rule's name. Tools only ever suggest it."
      />
      <FlagField form={form} name="inactive" description="An inactive rule suggests nothing." />
      <FieldSpan>
        <p className={classes['sentence']}>{rule === undefined ? '' : describeRule(rule)}</p>
      </FieldSpan>
    </FieldGrid>
  );
}
