/** The product's mark: an open book under a ring of hours. Decorative. */
export function Emblem({ size = 42 }: { size?: number }) {
  return (
    <svg className="frame-mark" width={size} height={size} viewBox="0 0 42 42" fill="none" aria-hidden="true">
      <circle cx="21" cy="21" r="19.500" stroke="#fff" strokeOpacity=".45" strokeWidth="1.500" />
      <path d="M21 1.500a19.500 19.500 0 0 1 16.900 9.750" stroke="#7fdcd3" strokeWidth="2.500" strokeLinecap="round" />
      <path
        d="M9.500 14.500c4.300-1.500 8.200-1.100 11.500 1.200 3.300-2.300 7.200-2.700 11.500-1.200v14.200c-4.300-1.500-8.200-1.100-11.500 1.200-3.300-2.300-7.200-2.700-11.500-1.200z"
        stroke="#fff"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <path d="M21 15.700v14.200" stroke="#7fdcd3" strokeWidth="2" />
    </svg>
  );
}
