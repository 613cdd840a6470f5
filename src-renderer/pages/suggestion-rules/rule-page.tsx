import { Link, useParams } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { readNumber } from '../../components/read-number.ts';
import { NotFoundRecord } from '../../components/record/not-found-record.tsx';
import { RecordPage } from '../../components/record/record-page.tsx';
import { DeleteRule } from './delete-rule.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { useRules } from './use-rules.ts';

const path = '/suggestion-rules';

/** One rule: its form, and what it would have suggested. `new` in the address is one that is not saved yet. */
export function SuggestionRulePage() {
  const { id: asked } = useParams();
  const { rules, revision, error } = useRules();
  const isNew = asked === 'new';
  const id = isNew ? undefined : readNumber(asked);
  const rule = rules?.find((each) => each.id === id);
  if (!isNew && (id === undefined || (rules !== undefined && rule === undefined)))
    return <NotFoundRecord back={path} />;
  return (
    <RecordPage
      header={
        <PageHeader
          above={<Link to={path}>Suggestion rules</Link>}
          title={isNew ? 'New suggestion rule' : (rule?.name ?? 'Suggestion rule')}
          actions={rule && <DeleteRule rule={rule} />}
        />
      }
    >
      {error !== null && <ErrorState error={error} what="The suggestion rules could not be read" />}
      {rules !== undefined && <RuleEditor key={id ?? 'new'} rule={rule} revision={revision} />}
    </RecordPage>
  );
}
