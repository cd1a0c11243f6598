import { Link } from '@remix-run/react';

interface SwitchLinksProps<T extends string> {
  label: string;
  options: readonly T[];
  now: T;
  name: (option: T) => string;
  to: (option: T) => string;
}

/** One choice of a few, each an address. */
export function SwitchLinks<T extends string>({ label, options, now, name, to }: SwitchLinksProps<T>) {
  return (
    <nav className="switch no-print" aria-label={label}>
      <span className="switch-label" aria-hidden="true">
        {label}
      </span>
      {options.map((option) => (
        <Link
          key={option}
          to={to(option)}
          aria-current={option === now ? 'true' : undefined}
          preventScrollReset
        >
          {name(option)}
        </Link>
      ))}
    </nav>
  );
}
