import { createTheme } from '@mui/material/styles';
import { fontFamily, tokens } from './tokens';

const ring = { outline: `2px solid ${tokens.focus}`, outlineOffset: 1 } as const;

/** Dense and calm: 13 px, rows of 27 px, a visible focus ring everywhere, no animation that a clerk waits for. */
export const panelTheme = createTheme({
  palette: {
    mode: 'light',
    primary: { main: tokens.primary, dark: tokens.primaryDark, light: tokens.primarySoft, contrastText: '#fff' },
    secondary: { main: tokens.accent, light: tokens.accentSoft, contrastText: '#fff' },
    success: { main: tokens.success, light: tokens.successSoft },
    warning: { main: tokens.warning, light: tokens.warningSoft },
    error: { main: tokens.error, light: tokens.errorSoft },
    text: { primary: tokens.ink, secondary: tokens.mute },
    divider: tokens.line,
    background: { default: tokens.ground, paper: tokens.paper },
  },
  shape: { borderRadius: 4 },
  spacing: 8,
  typography: {
    fontFamily,
    fontSize: 13,
    htmlFontSize: 16,
    body1: { fontSize: 13, lineHeight: 1.5 },
    body2: { fontSize: 13, lineHeight: 1.5 },
    caption: { fontSize: 12, lineHeight: 1.4 },
    button: { fontSize: 13, textTransform: 'none', fontWeight: 500 },
    h1: { fontSize: 18, fontWeight: 600, lineHeight: 1.4 },
    h2: { fontSize: 15, fontWeight: 600, lineHeight: 1.4 },
    h3: { fontSize: 13, fontWeight: 600, lineHeight: 1.4 },
    subtitle1: { fontSize: 14 },
    h6: { fontSize: 15, fontWeight: 600 },
  },
  transitions: { create: () => 'none' },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontSize: 13, lineHeight: 1.5 },
        'a:focus-visible, summary:focus-visible, [tabindex]:focus-visible': ring,
        kbd: { fontFamily: 'inherit', fontSize: 11, padding: '0 4px', border: '1px solid currentColor', borderRadius: 3, marginLeft: 6 },
      },
    },
    MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { '&:focus-visible': ring } } },
    MuiButton: { defaultProps: { size: 'small', disableElevation: true }, styleOverrides: { sizeSmall: { minHeight: 28, padding: '2px 10px', fontSize: 13 } } },
    MuiIconButton: { defaultProps: { size: 'small' } },
    MuiTextField: { defaultProps: { size: 'small', variant: 'outlined' } },
    MuiFormControl: { defaultProps: { size: 'small' } },
    MuiOutlinedInput: {
      styleOverrides: {
        root: { fontSize: 13, backgroundColor: tokens.paper },
        notchedOutline: { borderColor: tokens.control },
        inputSizeSmall: { paddingTop: 5, paddingBottom: 5, height: 20, boxSizing: 'content-box' },
        multiline: { padding: '6px 10px' },
      },
    },
    MuiInputLabel: {
      styleOverrides: {
        root: { fontSize: 13, color: tokens.mute },
        shrink: { fontSize: 14 },
        // In the middle of an input of this height.
        sizeSmall: { '&:not(.MuiInputLabel-shrink)': { transform: 'translate(14px, 5px)' } },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: { padding: '3px 8px', fontSize: 13, lineHeight: '20px', borderBottomColor: '#e1e7ed' },
        head: { fontWeight: 600, backgroundColor: '#e9eff5', color: tokens.ink, whiteSpace: 'nowrap' },
      },
    },
    MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 2, color: tokens.control, '&.Mui-focusVisible': ring } } },
    MuiTabs: { styleOverrides: { root: { minHeight: 34 } } },
    MuiTab: { styleOverrides: { root: { minHeight: 34, minWidth: 64, padding: '4px 14px', fontSize: 13, color: tokens.mute } } },
    MuiTooltip: { defaultProps: { arrow: true }, styleOverrides: { tooltip: { fontSize: 12, backgroundColor: tokens.ink } } },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: 16, fontWeight: 600, padding: '14px 20px 8px' } } },
    MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px 12px' } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '8px 20px 16px' } } },
    MuiAlert: {
      styleOverrides: {
        root: { padding: '2px 12px', fontSize: 13 },
        standardError: { color: '#7d1a15' },
        standardWarning: { color: '#6b3f00' },
        standardInfo: { color: tokens.primaryDark },
      },
    },
    MuiMenuItem: { styleOverrides: { root: { fontSize: 13, minHeight: 30 } } },
    MuiChip: { styleOverrides: { root: { fontSize: 12, height: 20, borderRadius: 3, verticalAlign: 'top' }, label: { paddingLeft: 6, paddingRight: 6 } } },
    MuiPaper: { defaultProps: { elevation: 0 } },
    MuiPaginationItem: { styleOverrides: { root: { fontSize: 13, minWidth: 26, height: 26 } } },
  },
});
