import { NavLink } from 'react-router';
import { menuFor } from './features.ts';
import type { Group } from './feature.ts';
import { SHELL } from './shell.texts.ts';
import { useViewer } from './viewer.tsx';

const GROUPS = Object.keys(SHELL.groups) as Group[];

/** What the viewer may do, by subject. */
export function Menu({ onChosen }: { readonly onChosen: () => void }) {
  const entries = menuFor(useViewer());
  return (
    <nav className="frame-side" id="menu" aria-label={SHELL.menu}>
      {GROUPS.map((group) => {
        const mine = entries.filter((entry) => entry.group === group);
        if (mine.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`menu-${group}`}>
            <h2 id={`menu-${group}`}>{SHELL.groups[group]}</h2>
            <ul>
              {mine.map(({ to, label, icon }) => (
                <li key={to}>
                  <NavLink to={to} end={to === '/'} onClick={onChosen}>
                    <span aria-hidden="true">{icon}</span>
                    {label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
