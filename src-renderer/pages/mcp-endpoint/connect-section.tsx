import type { EndpointView } from '../../../src-shared/api/endpoint.ts';
import { ConnectDetails } from '../../components/endpoint/connect-details.tsx';
import type { ChangeUrl, EndpointUrl } from './endpoint-url-state.ts';

interface Props {
  readonly endpoint: EndpointView;
  readonly url: EndpointUrl;
  readonly onChange: ChangeUrl;
}

export function ConnectSection({ endpoint, url: state, onChange }: Props) {
  const { id, url, name, settings } = endpoint;
  return (
    <ConnectDetails
      {...{ id, name, url, enabled: settings.enabled }}
      hint={settings.enabled ? undefined : 'It answers once the endpoint is on.'}
      shown={state}
      onShow={(change) => onChange(change, { replace: true })}
    />
  );
}
