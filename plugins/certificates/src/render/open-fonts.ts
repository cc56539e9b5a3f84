import { type OpenFont, openFont } from './open-font';

/** The weights a certificate uses, opened once per process (15 MB each). */
export interface CertificateFonts {
  regular: OpenFont;
  bold: OpenFont;
  /** For characters the main font lacks (rare names of Extension B), e.g. HanaMinB; null when none is configured. */
  fallback: OpenFont | null;
}

let opened: CertificateFonts | null = null;

/**
 * Opens Noto Serif SC, and the TrueType file named by `CERTIFICATE_FALLBACK_FONT` if any. Throws when a file cannot be
 * read or is not TrueType.
 */
export function openFonts(fallbackPath = process.env.CERTIFICATE_FALLBACK_FONT): CertificateFonts {
  opened ??= {
    regular: openFont(require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')),
    bold: openFont(require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf')),
    fallback: fallbackPath ? openFont(fallbackPath) : null,
  };
  return opened;
}
