import { clipboard, Menu, nativeImage, Tray } from 'electron';
import type { AdminClient } from '../../http/admin-client.ts';
import type { Log } from '../../ports.ts';
import { iconPath } from './icon.ts';

export interface TrayOptions {
  readonly client: AdminClient;
  readonly log: Log;
  readonly openWindow: () => void;
  readonly quit: () => void;
}

/** The endpoint's switch beside the clock, true to every change wherever it is made. Ends when the signal aborts. */
export async function showTray({ client, log, openWindow, quit }: TrayOptions, signal: AbortSignal): Promise<void> {
  const image = nativeImage.createFromPath(iconPath(16));
  image.addRepresentation({ scaleFactor: 2, dataURL: nativeImage.createFromPath(iconPath(32)).toDataURL() });
  const tray = new Tray(image);
  signal.addEventListener('abort', () => tray.destroy());
  tray.on('click', openWindow);

  const act = (work: () => Promise<unknown>) => () => {
    work().catch((error: unknown) => log.error('The endpoint could not be switched.', { error }));
  };
  const draw = async (): Promise<void> => {
    const { settings, url } = await client.endpoint.get();
    if (signal.aborted) return;
    const state = `MCP endpoint: ${settings.enabled ? 'on' : 'off'}`;
    tray.setToolTip(`Halo MCP Workbench\n${state}`);
    const items = [
      { label: state, enabled: false },
      settings.enabled
        ? { label: 'Turn the endpoint off', click: act(() => client.endpoint.disable()) }
        : { label: 'Turn the endpoint on', click: act(() => client.endpoint.enable()) },
      { label: 'Copy its address', enabled: url !== undefined, click: () => void clipboard.writeText(url ?? '') },
      { type: 'separator' as const },
      { label: 'Open the window', click: openWindow },
      { label: 'Quit', click: quit },
    ];
    tray.setContextMenu(Menu.buildFromTemplate(items));
  };

  await draw();
  for await (const event of await client.events.subscribe(undefined, { signal })) {
    if (event.kind === 'configuration') await draw();
  }
}
