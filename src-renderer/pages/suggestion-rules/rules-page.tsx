import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { SuggestionRuleView } from '../../../src-shared/api/suggestions.ts';
import { api } from '../../api/client.ts';
import { Count } from '../../components/count.tsx';
import { describeError } from '../../components/describe-error.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPage } from '../../components/list-page.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { rowsOf } from '../../components/table/rows.ts';
import { usePageKeys } from '../../components/use-page-keys.ts';
import { RuleActs, type RuleRow } from './rule-acts.ts';
import { ruleColumns } from './rule-columns.tsx';
import { useRuleOrder } from './use-rule-order.ts';
import { saveRule, useRules } from './use-rules.ts';
import classes from './rules.module.css';

const newPath = '/suggestion-rules/new';

/** The rules by which similar tickets suggest something, in the order in which they are looked at. */
export function SuggestionRulesPage() {
  const navigate = useNavigate();
  const { rules, error } = useRules();
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const rows = useMemo(() => toRows(rules, lookups?.types ?? []), [rules, lookups]);
  const { frame, move, error: orderError } = useRuleOrder(rows);
  const switching = useMutation({
    mutationFn: ({
      rule: { place: _, isLast: __, types: ___, id, ...rule },
      active,
    }: {
      rule: RuleRow;
      active: boolean;
    }) => saveRule(id, { ...rule, inactive: !active }),
  });
  const acts = { move, switch: (rule: RuleRow, active: boolean) => switching.mutate({ rule, active }) };
  const startNew = (): void => void navigate(newPath);
  usePageKeys([['n', startNew]]);
  const newButton = (
    <Button component={Link} to={newPath} title="N">
      New suggestion rule
    </Button>
  );
  const failure = orderError ?? switching.error;
  return (
    <ListPage
      header={
        <PageHeader
          title="Suggestion rules"
          about="What tickets like a ticket have in common is suggested for it. Of the rules for the same thing the first that finds enough agreement decides."
          actions={
            <>
              <Count of={rows?.length} one="suggestion rule" many="suggestion rules" />
              {newButton}
            </>
          }
        />
      }
      table={
        <div {...frame} className={classes['list']}>
          <RuleActs value={acts}>
            <DataTable
              name="suggestion-rules"
              label="Suggestion rules"
              columns={ruleColumns}
              rows={rowsOf(rows, error ?? undefined)}
              keyOf={({ id }) => id}
              onOpen={({ id }) => void navigate(`/suggestion-rules/${id}`)}
              empty={
                <EmptyState title="No suggestion rules" action={newButton}>
                  A rule says when similar tickets agree enough to suggest their category, priority, type, team, agent
                  or resolution. Without one nothing is suggested; similar tickets and articles are shown all the same.
                </EmptyState>
              }
            />
          </RuleActs>
        </div>
      }
      foot={
        failure !== null && (
          <div role="alert" className={classes['failed']}>
            {describeError(failure).sentence}
          </div>
        )
      }
    />
  );
}

function toRows(
  rules: readonly SuggestionRuleView[] | undefined,
  types: readonly { readonly id: number; readonly name: string }[],
): readonly RuleRow[] | undefined {
  const names = new Map(types.map(({ id, name }) => [id, name]));
  return rules?.map((rule, index) => ({
    ...rule,
    place: index + 1,
    isLast: index === rules.length - 1,
    types: rule.typeIds.map((id) => names.get(id) ?? `Type ${id}`),
  }));
}
