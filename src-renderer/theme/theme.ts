import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef3ff',
  '#dce4f7',
  '#b7c6ec',
  '#90a7e2',
  '#6e8cd9',
  '#5a7bd4',
  '#4a6bc4',
  '#3b5bb0',
  '#32509d',
  '#25438a',
];

const dark: MantineColorsTuple = [
  '#d3d6db',
  '#b6bac2',
  '#9aa0aa',
  '#6b717c',
  '#434850',
  '#353a41',
  '#282c32',
  '#1c1f24',
  '#16181c',
  '#101215',
];

const body = '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

/** One accent, neutral greys; colours of state are used for state alone. Base type 13 px, controls 32 px. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: { accent, dark },
  fontFamily: body,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '1.3' },
      h2: { fontSize: '15px', lineHeight: '1.35' },
      h3: { fontSize: '13px', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    // The explanation stands below its field, so that fields beside each other line up.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs', autosize: true, minRows: 3, maxRows: 16 } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Tabs: { defaultProps: { keepMounted: false } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'sm' } },
    // The page itself never scrolls, and the lock writes a style element without the policy's nonce.
    // A dialog's head is no head of the page.
    ModalHeader: { defaultProps: { role: 'none' } },
    Modal: {
      defaultProps: {
        lockScroll: false,
        transitionProps: { duration: 100 },
        centered: false,
        yOffset: '12vh',
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    Badge: { defaultProps: { size: 'sm', variant: 'light', radius: 'sm' } },
  },
});

/** Of the page itself. */
export const backgrounds = { light: '#ffffff', dark: '#16181c' };

/** What Mantine's own variables leave short of WCAG AA, and the surfaces that our style sheets use. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': backgrounds.light,
    '--mantine-color-text': '#1f2329',
    '--mantine-color-dimmed': '#5b626d',
    '--mantine-color-placeholder': '#697079',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#32509d',
    '--surface-nav': '#f6f7f9',
    '--surface-raised': '#f9fafb',
    '--surface-hover': '#f1f3f6',
    '--surface-active': '#e6ecf9',
    '--line': '#e2e5ea',
    '--line-strong': '#c9ced6',
    '--line-control': '#868d98',
    '--state-good': '#1b6b3a',
    '--state-warn': '#8a5300',
    '--state-bad': '#b3261e',
    '--state-info': '#32509d',
  },
  dark: {
    '--mantine-color-body': backgrounds.dark,
    '--mantine-color-text': '#d9dce1',
    '--mantine-color-dimmed': '#9aa0aa',
    '--mantine-color-placeholder': '#9aa0aa',
    '--mantine-color-error': '#ff8a80',
    '--mantine-color-anchor': '#9db3ee',
    '--surface-nav': '#111316',
    '--surface-raised': '#1b1e23',
    '--surface-hover': '#22262c',
    '--surface-active': '#26314d',
    '--line': '#2b2f36',
    '--line-strong': '#434850',
    '--line-control': '#6b717c',
    '--state-good': '#7ccf97',
    '--state-warn': '#e9b35c',
    '--state-bad': '#ff8a80',
    '--state-info': '#9db3ee',
  },
});
