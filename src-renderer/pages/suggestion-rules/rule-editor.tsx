import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { SuggestionRuleView } from '../../../src-shared/api/suggestions.ts';
import { SaveBar } from '../../components/form/save-bar.tsx';
import { useRecordForm } from '../../components/form/use-record-form.ts';
import { useSaving } from '../../components/form/use-saving.ts';
import { RuleForm } from './rule-form.tsx';
import { RuleTrial } from './rule-trial.tsx';
import { newRule, ruleWords, toRule, toValues } from './rule-words.ts';
import { saveRule } from './use-rules.ts';

interface Props {
  /** Undefined for one that is not saved yet. */
  readonly rule: SuggestionRuleView | undefined;
  readonly revision: number;
}

export function RuleEditor({ rule, revision }: Props) {
  const navigate = useNavigate();
  const key = `suggestion-rule/${rule?.id ?? 'new'}`;
  const saved = useMemo(() => {
    if (rule === undefined) return toValues(newRule);
    const { id: _, ...fields } = rule;
    return toValues(fields);
  }, [rule]);
  const form = useRecordForm(ruleWords, key, saved, revision);
  const { draft, valid, labels } = form;
  const send = async (_: unknown, from: number): Promise<void> => {
    const fields = toRule(form.values);
    if (fields === undefined) return;
    const id = await saveRule(rule?.id, fields, rule === undefined ? undefined : from);
    if (rule === undefined) void navigate(`/suggestion-rules/${id}`, { replace: true });
  };
  const saving = useSaving(draft, send, { revision, valid });
  return (
    <>
      <RuleForm form={form} isNew={rule === undefined} />
      <SaveBar draft={draft} saving={saving} labels={labels} valid={valid} />
      <RuleTrial
        id={rule?.id}
        rule={toRule({ ...form.values, name: form.values.name.trim() === '' ? 'New rule' : form.values.name })}
        isEdited={draft.changed.some((name) => name !== 'name' && name !== 'autoApply' && name !== 'inactive')}
      />
    </>
  );
}
