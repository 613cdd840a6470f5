import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CollectionView } from '../../../src-shared/api/collections.ts';
import { api } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { useHashScroll } from '../../components/contents/use-hash-scroll.ts';
import { WithContents } from '../../components/contents/with-contents.tsx';
import { AddCustomTool } from '../../components/custom-tool/add-custom-tool.tsx';
import { CustomToolActions } from '../../components/custom-tool/custom-tool-actions.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useUrlState } from '../../components/use-url-state.ts';
import { AccessSection } from './access-section.tsx';
import { BehaviourSection } from './behaviour-section.tsx';
import { CollectionActions } from './collection-actions.tsx';
import { collectionUrlDefaults } from './collection-url-state.ts';
import { ConnectSection } from './connect-section.tsx';
import { FunctionPanel } from './function-panel.tsx';
import { isChanged, listRows } from './function-rows.ts';
import { FunctionsSection } from './functions-section.tsx';
import { GeneralSection } from './general-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { SaveFoot } from './save-foot.tsx';
import { typeNames } from './type-names.ts';
import { useCollectionForm } from './use-collection-form.ts';
import { useCollectionSaving } from './use-collection-saving.ts';
import { VersionPanel } from './version-panel.tsx';
import { VersionsSection } from './versions-section.tsx';
import classes from './collections.module.css';

const sections = [
  { id: 'general', title: 'General' },
  { id: 'functions', title: 'Functions' },
  { id: 'limits', title: 'Limits' },
  { id: 'behaviour', title: 'Behaviour' },
  { id: 'connect', title: 'Remote MCP server' },
  { id: 'access', title: 'Clients and access' },
  { id: 'versions', title: 'Versions' },
];

/** Everything of one collection. What is changed is one draft, saved as one version. */
export function CollectionEditor({ collection }: { readonly collection: CollectionView }) {
  const { id, settings } = collection;
  const [url, setUrl] = useUrlState(collectionUrlDefaults);
  const navigate = useNavigate();
  const guard = useGuardedChange();
  const form = useCollectionForm(collection);
  const { saving, asking } = useCollectionSaving(collection, form);
  const functions = useQuery(api.collections.functions.queryOptions({ input: { collection: id } }));
  const versions = useQuery(api.collections.versions.queryOptions({ input: { collection: id } }));
  const { values, saved } = form;
  const rows = useMemo(
    () => functions.data && listRows(functions.data, values, saved),
    [functions.data, values, saved],
  );
  useHashScroll(rows !== undefined);
  const close = useCallback(() => setUrl({ tool: undefined, version: undefined }, { replace: true }), [setUrl]);
  const version = versions.data?.find((each) => String(each.version) === url.version);
  return (
    <div className={classes['page']}>
      <div className={classes['main']}>
        <div className={classes['scroll']}>
          <PageHeader
            above={<Link to="/collections">MCP tool collections</Link>}
            title={settings.name}
            about={
              <>
                <StateBadge state={settings.enabled ? 'good' : 'quiet'}>
                  {settings.enabled ? 'Enabled' : 'Disabled'}
                </StateBadge>{' '}
                · {typeNames[settings.type]}
              </>
            }
            actions={
              <CollectionActions
                {...{ collection, guard }}
                onCloned={(copy) => void navigate(`/collections/${copy}`)}
                onDeleted={() => {
                  form.draft.discard();
                  void navigate('/collections', { replace: true });
                }}
              />
            }
          />
          <div className={classes['notice']}>
            <ChangeNotice guard={guard} />
          </div>
          <WithContents entries={sections}>
            <GeneralSection collection={collection} form={form} />
            <FunctionsSection
              {...{ collection, form, rows, error: functions.error, url }}
              onChange={setUrl}
              addTool={<AddCustomTool endpoint={id} />}
            />
            <LimitsSection form={form} />
            <BehaviourSection type={settings.type} form={form} />
            <ConnectSection collection={collection} url={url} onChange={setUrl} />
            <AccessSection collection={collection} />
            <VersionsSection query={versions} url={url} onChange={setUrl} />
          </WithContents>
        </div>
        <SaveFoot {...{ form, saving, asking }} changedTools={rows?.filter(isChanged).length ?? 0} />
      </div>
      {url.tool !== undefined && (
        <FunctionPanel
          key={url.tool}
          name={url.tool}
          rows={rows}
          form={form}
          onClose={close}
          editTool={({ tool }) => (
            <CustomToolActions endpoint={id} name={tool.name} broken={tool.custom?.broken} onDeleted={close} />
          )}
        />
      )}
      {version !== undefined && url.tool === undefined && (
        <VersionPanel
          key={version.version}
          {...{ collection, version }}
          isUnsaved={form.draft.changed.length > 0}
          onClose={close}
        />
      )}
    </div>
  );
}
