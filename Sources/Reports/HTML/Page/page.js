(() => {
  'use strict';
  document.documentElement.classList.add('js');
  const table = document.getElementById('tickets');
  if (!table) return;
  const bodies = Array.from(table.tBodies);
  const heads = Array.from(table.tHead.rows[0].cells);
  const text = document.getElementById('text');
  const state = document.getElementById('state');
  const rule = document.getElementById('rule');
  const found = document.getElementById('found');
  const open = document.getElementById('open');
  const shown = document.getElementById('shown');
  const words = new Map();

  const setOpen = (body, isOpen) => {
    body.rows[1].hidden = !isOpen;
    body.rows[0].cells[0].firstChild.setAttribute('aria-expanded', String(isOpen));
  };
  const isOpen = body => !body.rows[1].hidden;

  for (const body of bodies) {
    const cells = body.rows[0].cells;
    words.set(body, body.textContent.toLowerCase());
    for (let column = 2; column < cells.length; column += 1) cells[column].dataset.label = heads[column].textContent.trim();
    body.classList.toggle('has-findings', body.dataset.rules !== '');
    body.rows[1].id = 'about-' + body.id;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = cells[0].textContent;
    button.setAttribute('aria-controls', body.rows[1].id);
    button.addEventListener('click', () => setOpen(body, !isOpen(body)));
    cells[0].replaceChildren(button);
    setOpen(body, false);
  }

  const filter = () => {
    const wanted = text.value.trim().toLowerCase();
    let count = 0;
    for (const body of bodies) {
      const rules = body.dataset.rules.split(' ');
      const fits = (wanted === '' || words.get(body).includes(wanted))
        && (state.value === '' || body.dataset.state === state.value)
        && (rule.value === '' || rules.includes(rule.value))
        && (!found.checked || body.dataset.rules !== '');
      body.hidden = !fits;
      if (fits) count += 1;
    }
    const all = bodies.length === 1 ? '1 ticket' : `${bodies.length} tickets`;
    shown.textContent = count === bodies.length ? all : `${count} of ${all}`;
  };

  const value = (body, column, kind) => {
    const cell = body.rows[0].cells[column];
    const shown = cell.dataset.value || cell.textContent.trim();
    return kind === 'number' ? Number(shown) : shown;
  };
  const order = new Map(bodies.map((body, position) => [body, position]));
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const sort = (column, isDescending) => {
    const kind = heads[column].dataset.sort;
    const sign = isDescending ? -1 : 1;
    const sorted = bodies.map(body => [body, value(body, column, kind)]).sort((a, b) => {
      const difference = kind === 'number' ? a[1] - b[1] : kind === 'key' ? 0 : collator.compare(a[1], b[1]);
      return sign * (difference || (kind === 'key' ? order.get(a[0]) - order.get(b[0]) : 0)) || order.get(a[0]) - order.get(b[0]);
    });
    table.append(...sorted.map(pair => pair[0]));
    heads.forEach((head, position) => {
      if (position === column) head.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
  };
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => {
      const first = head.dataset.sort === 'number' ? 'descending' : 'ascending';
      const now = head.getAttribute('aria-sort');
      sort(column, now === null ? first === 'descending' : now === 'ascending');
    });
    head.replaceChildren(button);
  });

  for (const control of [text, state, rule, found]) control.addEventListener('input', filter);
  const reset = () => {
    text.value = '';
    state.value = '';
    rule.value = '';
    found.checked = false;
    filter();
  };
  document.getElementById('reset').addEventListener('click', reset);
  open.addEventListener('click', () => {
    const opens = bodies.some(body => !body.hidden && !isOpen(body));
    for (const body of bodies) if (!body.hidden) setOpen(body, opens);
    open.textContent = opens ? 'Close all' : 'Open all';
  });
  document.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isTyping = event.target.closest('input, select, textarea') !== null;
    if (event.key === '/' && !isTyping) {
      event.preventDefault();
      text.focus();
      text.select();
    } else if (event.key === 'Escape' && event.target === text) {
      reset();
    }
  });
  const goTo = () => {
    const body = bodies.find(body => body.id === decodeURIComponent(location.hash.slice(1)));
    if (!body) return;
    if (body.hidden) reset();
    setOpen(body, true);
    body.scrollIntoView();
    body.rows[0].cells[0].firstChild.focus({ preventScroll: true });
  };
  window.addEventListener('hashchange', goTo);
  filter();
  goTo();
})();
