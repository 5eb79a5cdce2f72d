/** Tabs as the ARIA practices have them: arrows, Home and End move, one tab is in the order of Tab. */

/** Makes the buttons of a list of tabs choose their panels. */
export function tabs(list, chosen) {
  const all = [...list.querySelectorAll('[role=tab]')];
  const choose = tab => {
    for (const each of all) {
      const on = each === tab;
      each.setAttribute('aria-selected', on);
      each.tabIndex = on ? 0 : -1;
      document.getElementById(each.getAttribute('aria-controls')).hidden = !on;
    }
    chosen(tab.getAttribute('aria-controls'));
  };
  list.addEventListener('click', event => {
    const tab = event.target.closest('[role=tab]');
    if (tab !== null) {
      choose(tab);
    }
  });
  list.addEventListener('keydown', event => {
    const at = all.indexOf(document.activeElement);
    const next = {
      ArrowRight: (at + 1) % all.length,
      ArrowLeft: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (at >= 0 && next !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      all[next].focus();
      choose(all[next]);
    }
  });
  return name => choose(all.find(tab => tab.getAttribute('aria-controls') === name) ?? all[0]);
}
