/** Ant Design in our colours. The values mirror `theme.css`: it computes shades and cannot read variables. */
import { theme as antTheme, type ThemeConfig } from 'antd'
import { useSyncExternalStore } from 'react'

const light = {
  colorPrimary: '#0a7a74',
  colorError: '#b3261e',
  colorWarning: '#865600',
  colorText: '#18211f',
  colorTextSecondary: '#4f5e5b',
  colorTextPlaceholder: '#74817e',
  colorBgContainer: '#ffffff',
  colorBgElevated: '#ffffff',
  colorBgLayout: '#f4f7f6',
  colorBorder: '#c3d0cd',
  colorBorderSecondary: '#dfe7e5',
}

const dark: typeof light = {
  colorPrimary: '#45b5ab',
  colorError: '#f0938a',
  colorWarning: '#e2b860',
  colorText: '#e7edeb',
  colorTextSecondary: '#a9b7b4',
  colorTextPlaceholder: '#84928f',
  colorBgContainer: '#1a1f20',
  colorBgElevated: '#21282a',
  colorBgLayout: '#131718',
  colorBorder: '#414c4e',
  colorBorderSecondary: '#2d3537',
}

export function themeFor(night: boolean, still: boolean): ThemeConfig {
  return {
    cssVar: { key: 'beiqi' },
    hashed: false,
    zeroRuntime: true,
    algorithm: night ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      ...(night ? dark : light),
      ...(night && { colorTextLightSolid: '#06201e' }),
      fontFamily: 'var(--font)',
      fontSize: 14,
      borderRadius: 8,
      controlHeight: 34,
      motion: !still,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Progress: { defaultColor: 'var(--accent)' },
      Tooltip: { colorBgSpotlight: night ? '#3a4547' : '#24302e', colorTextLightSolid: '#ffffff' },
    },
  }
}

/** Follows a media query of the system, for example its dark mode. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}
