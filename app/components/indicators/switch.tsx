import { Link } from '@remix-run/react';

interface SwitchProps {
  label: string;
  choices: { to: string; current: boolean; name: string }[];
}

/** One choice among a few, as links: the chosen state is an address. */
export function Switch({ label, choices }: SwitchProps) {
  return (
    <nav className="switch" aria-label={label}>
      <span className="switch-label" aria-hidden="true">
        {label}
      </span>
      {choices.map(({ to, current, name }) => (
        <Link key={to} to={to} aria-current={current ? 'true' : undefined} preventScrollReset>
          {name}
        </Link>
      ))}
    </nav>
  );
}
