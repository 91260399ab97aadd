// Written by scripts/embed-page from Sources/Reports/HTML/Page.
// swift-format-ignore-file

/// The files of `Page/`, so that the program is all that has to be installed.
enum PageSources {
  static let styleHash = "sha256-ViwiaxH172GJZMACLZ7/0JmcdH4s4KN3gzIlqsNmolU="
  static let scriptHash = "sha256-VEDAmilpp0caE6cQuWT2sKYhGjfE2HznvzjrAlO4ZlM="

  static let style: HTML = ##"""
    :root {
      color-scheme: light dark;
      --paper: #fff; --ink: #1b1f24; --faint: #57606a; --line: #d0d7de; --shade: #f6f8fa;
      --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #0550ae;
      --good-shade: #dafbe1; --bad-shade: #ffebe9; --warn-shade: #fff8c5;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #0d1117; --ink: #e6edf3; --faint: #9ea7b3; --line: #30363d; --shade: #161b22;
        --good: #56d364; --bad: #ff8a80; --warn: #e3b341; --link: #79b8ff;
        --good-shade: #0f2e1a; --bad-shade: #3a1214; --warn-shade: #33270b;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 80rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
    h1 { font-size: 1.375rem; line-height: 1.3; margin: .25rem 0 1rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
    a { color: var(--link); }
    code, .id { font: .875em/1.4 ui-monospace, monospace; }
    ul { margin: .25rem 0; padding-left: 1.25rem; }
    li { margin: .25rem 0; overflow-wrap: anywhere; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    header { border: 1px solid var(--line); border-left: .5rem solid var(--faint); border-radius: .375rem; padding: 1rem; background: var(--shade); }
    header.pass { border-left-color: var(--good); }
    header.fail { border-left-color: var(--bad); }
    header.incomplete { border-left-color: var(--warn); }
    .badge { font-weight: 700; font-size: 1.25rem; margin: 0; }
    .pass .badge { color: var(--good); }
    .fail .badge { color: var(--bad); }
    .incomplete .badge { color: var(--warn); }
    .counts { display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; margin: 0; }
    .counts div { display: flex; flex-direction: column-reverse; }
    .counts dt { color: var(--faint); font-size: .875em; }
    .counts dd { margin: 0; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .counts .bad dd { color: var(--bad); }
    .counts .warn dd { color: var(--warn); }
    .said { display: block; }
    .help { display: block; color: var(--faint); font-size: .9375em; }
    p.help { margin: .25rem 0 .25rem 1.25rem; }
    .unseen { border-left: .25rem solid var(--warn); padding-left: 1rem; }
    details > summary { cursor: pointer; padding: .25rem 0; }
    .finding { border-top: 1px solid var(--line); padding: .25rem 0; }
    .finding:last-of-type { border-bottom: 1px solid var(--line); }
    .severity { display: inline-block; min-width: 3.5rem; font-weight: 700; font-size: .8125em; letter-spacing: .03em; }
    .bad > summary .severity, li.bad .severity { color: var(--bad); }
    .warn > summary .severity, li.warn .severity { color: var(--warn); }
    .what { font-weight: 600; }
    .number { color: var(--faint); }
    summary code { color: var(--faint); margin-left: .5rem; }
    figure { margin: 0; }
    figcaption { color: var(--faint); font-size: .875rem; }
    .legend span { white-space: nowrap; margin-right: .75rem; }
    .legend svg { vertical-align: -.2em; }
    .scroll { overflow-x: auto; }
    svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
    svg .lane { stroke: var(--faint); stroke-width: 2; fill: none; }
    svg .merge { stroke: var(--faint); stroke-width: 2; stroke-dasharray: 5 4; fill: none; }
    svg .revert { stroke: var(--bad); stroke-width: 1.5; fill: none; }
    svg .picked { stroke: var(--faint); stroke-width: 1.5; stroke-dasharray: 2 3; fill: none; }
    svg g path { stroke: var(--paper); stroke-width: 1.5; fill: var(--faint); }
    svg .planned path { fill: var(--good); }
    svg .unplanned path { fill: var(--bad); }
    svg .untracked path { fill: var(--warn); }
    svg .undone path, svg .onbase path { fill: var(--paper); stroke: var(--faint); }
    svg .back path { fill: var(--paper); stroke: var(--bad); }
    .controls { display: none; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: .5rem 0; }
    .js .controls { display: flex; }
    .controls label { color: var(--faint); font-size: .875rem; }
    .controls input[type=search], .controls select { display: block; min-height: 2.25rem; max-width: 100%; padding: .25rem .5rem; font: inherit; font-size: 1rem; color: var(--ink); background: var(--paper); border: 1px solid var(--faint); border-radius: .375rem; }
    .controls .check { display: flex; align-items: center; gap: .375rem; min-height: 2.25rem; color: var(--ink); }
    .controls .check input { width: 1.125rem; height: 1.125rem; }
    button { font: inherit; color: var(--ink); background: var(--shade); border: 1px solid var(--faint); border-radius: .375rem; padding: .25rem .75rem; min-height: 2.25rem; cursor: pointer; }
    #shown { flex-basis: 100%; margin: 0; color: var(--faint); font-size: .875rem; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    th, td { text-align: left; vertical-align: baseline; padding: .375rem .75rem .375rem 0; }
    td { overflow-wrap: anywhere; min-width: 4rem; }
    td:nth-child(2) { min-width: 14rem; }
    .plan, .state, .key, thead th { white-space: nowrap; }
    thead th { border-bottom: 2px solid var(--line); font-size: .875rem; color: var(--faint); }
    thead button { all: unset; cursor: pointer; padding: .25rem 0; }
    thead button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    thead [aria-sort=ascending] button::after { content: " \25B2"; }
    thead [aria-sort=descending] button::after { content: " \25BC"; }
    tbody { border-bottom: 1px solid var(--line); }
    tbody:target { background: var(--shade); }
    .n { text-align: right; padding-right: 1.5rem; min-width: 0; }
    .key button { all: unset; cursor: pointer; color: var(--link); font-weight: 600; padding: .125rem 0; }
    .key button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .key button::before { content: "\25B8"; display: inline-block; width: 1.1em; color: var(--faint); }
    .key button[aria-expanded=true]::before { content: "\25BE"; }
    tbody.good .state { color: var(--good); }
    tbody.bad .state { color: var(--bad); }
    tbody.warn .state { color: var(--warn); }
    .detail td { padding: 0 0 .75rem 1.1rem; min-width: 0; }
    .js .detail[hidden], tbody[hidden] { display: none; }
    .detail p { margin: .25rem 0; }
    .evidence { list-style: none; padding-left: 0; }
    .found { list-style: none; padding-left: 0; }
    .evidence .undone .id { text-decoration: line-through; }
    .faint, .place { color: var(--faint); font-size: .9375em; }
    .place { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; white-space: nowrap; }
    .note { color: var(--warn); font-size: .9375em; }
    footer { color: var(--faint); font-size: .9375rem; }
    footer dl div { display: flex; gap: 1rem; }
    footer dt { flex: 0 0 6rem; }
    footer dd { margin: 0; overflow-wrap: anywhere; }
    @media (max-width: 44rem) {
      #tickets thead { display: none; }
      #tickets, #tickets tbody, #tickets tr, #tickets th, #tickets td { display: block; padding: 0; min-width: 0; }
      #tickets tbody { padding: .5rem 0; }
      #tickets tbody[hidden], .js #tickets .detail[hidden] { display: none; }
      #tickets td:empty { display: none; }
      #tickets td[data-label]::before { content: attr(data-label) ": "; color: var(--faint); font-size: .875rem; }
      .n { text-align: left; }
      .detail td { padding-left: 1.1rem !important; }
    }
    @media print {
      :root { --paper: #fff; --ink: #000; --faint: #444; --line: #999; --shade: #fff; --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #000; }
      body { max-width: none; padding: 0; font-size: 10pt; }
      .js .controls, .key button::before { display: none; }
      .scroll { overflow: visible; }
      svg { max-width: 100%; height: auto; }
      tbody, .finding { break-inside: avoid; }
      thead { display: table-header-group; }
      .js tbody.has-findings .detail[hidden] { display: table-row; }
    }

    """##
  static let script: HTML = ##"""
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

    """##
}
