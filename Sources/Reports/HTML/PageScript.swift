// Written by scripts/embed-page from Sources/Reports/HTML/Page.
// swift-format-ignore-file

/// `Page/page.js`, so that the program is all that has to be installed.
enum PageScript {
  static let hash = "sha256-MFOq8SUalrDel5u00B4jM8142dOQGpi6kUNbcNWVldk="

  static let source: HTML = ##"""
    (() => {
      'use strict';
      document.documentElement.classList.add('js');
      const id = name => document.getElementById(name);
      const tickets = id('tickets');
      const narrow = 'text show rule order found'.split(' ');

      // ---- the tickets: filtered, in an order, opened

      const groups = Array.from(document.querySelectorAll('.group'), element => ({
        element,
        name: element.id,
        isPlanned: element.hasAttribute('data-planned'),
        wasOpen: element.open,
        number: element.querySelector('.number'),
        rows: Array.from(element.querySelectorAll('.t'), (row, place) => ({ element: row, place, key: row.id, isShown: true })),
      }));
      const all = groups.flatMap(group => group.rows);
      const rowOf = new Map(all.map(row => [row.key, row]));
      let isFiltered = false;
      let current = '';
      const [text, show, rule, order, found] = narrow.map(id);

      const words = row => row.words ??= row.element.textContent.toLowerCase();
      const rules = row => row.rules ??= (row.element.dataset.rules || '').split(' ').filter(Boolean);
      const quantity = number => number === 1 ? '1 ticket' : `${number} tickets`;

      // The rows of a closed group wait until it is opened.
      const draw = group => {
        for (const row of group.rows) if (row.isShown === row.element.hidden) row.element.hidden = !row.isShown;
      };

      const filter = () => {
        const wanted = text.value.trim().toLowerCase();
        const narrows = wanted !== '' || rule.value !== '' || found.checked;
        const isNow = narrows || show.value !== '';
        if (isNow && !isFiltered) for (const group of groups) group.wasOpen = group.element.open;
        let count = 0;
        for (const group of groups) {
          const fits = show.value === '' || show.value === group.name || show.value === 'tickets' && group.isPlanned;
          let inGroup = 0;
          for (const row of group.rows) {
            const isShown = fits && (!found.checked || rules(row).length > 0)
              && (rule.value === '' || rules(row).includes(rule.value))
              && (wanted === '' || words(row).includes(wanted));
            if (isShown) inGroup += 1;
            row.isShown = isShown;
          }
          count += inGroup;
          group.element.hidden = inGroup === 0;
          group.number.textContent = inGroup === group.rows.length ? inGroup : `${inGroup} of ${group.rows.length}`;
          if (isNow) group.element.open = inGroup > 0 && (fits && show.value === group.name || inGroup <= 200 || group.wasOpen);
          else if (isFiltered) group.element.open = group.wasOpen;
          if (group.element.open) draw(group);
        }
        isFiltered = isNow;
        shown.textContent = count === all.length ? quantity(count) : `${count} of ${quantity(all.length)}`;
      };

      const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
      const cell = (row, selector) => row.element.querySelector(selector)?.textContent ?? '';
      const orders = {
        findings: row => -Number(row.element.dataset.weight || 0),
        commits: row => -(parseInt(cell(row, '.n'), 10) || 0),
        title: row => cell(row, '.s'),
        status: row => cell(row, '.n + .w'),
        assignee: row => cell(row, '.n + .w + .w'),
      };
      const sort = () => {
        const value = orders[order.value];
        for (const group of groups) {
          const sorted = group.rows.map(row => [value ? value(row) : 0, row]).sort(([a, left], [b, right]) =>
            (typeof a === 'number' ? a - b : (a === '') - (b === '') || collator.compare(a, b)) || left.place - right.place);
          group.element.append(...sorted.map(pair => pair[1].element));
        }
      };

      // ---- the address: #SHOP-12, or what is chosen: #show=missing&text=cart&open=SHOP-12

      const write = () => {
        const chosen = new URLSearchParams();
        for (const control of [text, show, rule, order]) if (control.value !== '') chosen.set(control.id, control.value);
        if (found.checked) chosen.set('found', '1');
        if (current !== '' && rowOf.get(current)?.element.open && chosen.size > 0) chosen.set('open', current);
        const address = chosen.size > 0 ? `#${chosen}` : current !== '' && rowOf.get(current)?.element.open ? `#${current}` : ' ';
        history.replaceState(null, '', address === ' ' ? location.href.replace(/#.*$/, '') + '#' : address);
      };
      const choose = chosen => {
        for (const control of [text, show, rule, order]) {
          const value = chosen.get(control.id) ?? '';
          if (control.value !== value) control.value = value;
          if (control.value !== value) control.value = '';
        }
        found.checked = chosen.has('found');
        sort();
        filter();
      };
      const reset = () => {
        choose(new URLSearchParams());
        write();
      };
      const reveal = key => {
        const row = rowOf.get(key);
        if (!row) return false;
        if (!row.isShown) choose(new URLSearchParams());
        current = key;
        const group = groups.find(group => group.element === row.element.parentElement);
        draw(group);
        group.element.open = true;
        row.element.open = true;
        row.element.scrollIntoView();
        row.element.firstElementChild.focus({ preventScroll: true });
        return true;
      };
      const read = () => {
        let address = location.hash.slice(1);
        if (address.includes('=')) {
          const chosen = new URLSearchParams(address);
          choose(chosen);
          if (!reveal(chosen.get('open') ?? '')) tickets.scrollIntoView();
          return;
        }
        try { address = decodeURIComponent(address); } catch { return; }
        if (reveal(address)) return;
        const part = address === '' ? null : id(address);
        if (part instanceof HTMLDetailsElement) part.open = true;
      };

      if (tickets) {
        for (const control of [text, show, rule, found]) control.addEventListener('input', () => { filter(); write(); });
        order.addEventListener('input', () => { sort(); write(); });
        id('reset').addEventListener('click', reset);
        id('open').addEventListener('click', event => {
          const visible = groups.filter(group => !group.element.hidden);
          const rows = visible.flatMap(group => group.rows.filter(row => row.isShown));
          const opens = visible.some(group => !group.element.open) || rows.some(row => !row.element.open);
          for (const row of rows) row.element.open = opens;
          if (opens) {
            for (const group of visible) {
              draw(group);
              group.element.open = true;
            }
          }
          event.target.textContent = opens ? 'Close all' : 'Open all';
        });
        for (const group of groups) {
          group.element.firstElementChild.addEventListener('click', () => draw(group));
          group.element.addEventListener('toggle', () => draw(group));
        }
        tickets.addEventListener('click', event => {
          const row = event.target.closest('.t > summary')?.parentElement;
          if (!row) return;
          current = row.open ? '' : row.id;
          // The row opens after this.
          setTimeout(write);
        });
        document.addEventListener('click', event => {
          const link = event.target.closest('a[data-show], a[data-rule]');
          if (!link) return;
          event.preventDefault();
          choose(new URLSearchParams('rule' in link.dataset ? { rule: link.dataset.rule } : { show: link.dataset.show }));
          write();
          tickets.scrollIntoView();
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
        window.addEventListener('hashchange', read);
        filter();
        read();
        // So that the first letter that is typed is answered as quickly as the others.
        const warm = deadline => {
          while (warm.next < all.length && deadline.timeRemaining() > 1) words(all[warm.next++]);
          if (warm.next < all.length) requestIdleCallback(warm);
        };
        warm.next = 0;
        window.requestIdleCallback?.(warm);
      }

      // ---- the picture: one stop of the keyboard, arrows within; what a mark is stands below it

      const dots = Array.from(document.querySelectorAll('#branch svg a'));
      if (dots.length === 0) return;
      const line = id('commit');
      let now = dots.at(-1);
      let lastTouched = null;
      const tell = dot => {
        now.tabIndex = -1;
        now.classList.remove('now');
        now = dot;
        now.tabIndex = 0;
        now.classList.add('now');
        const address = dot.getAttribute('href');
        const words = dot.querySelector('title').textContent;
        line.replaceChildren(words);
        if (address === '#branch') return;
        const link = document.createElement('a');
        link.href = address;
        link.rel = 'noreferrer noopener';
        link.textContent = address.startsWith('#') ? address.slice(1) : 'look at the commit';
        line.append(' \u2013 ', link);
      };
      for (const dot of dots) {
        dot.tabIndex = -1;
        dot.addEventListener('focus', () => tell(dot));
        dot.addEventListener('mouseenter', () => tell(dot));
        dot.addEventListener('click', event => {
          const isFirstTouch = event.pointerType === 'touch' && lastTouched !== dot;
          lastTouched = dot;
          tell(dot);
          if (isFirstTouch || dot.getAttribute('href') === '#branch') event.preventDefault();
        });
        dot.addEventListener('keydown', event => {
          const place = dots.indexOf(dot);
          const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: dots.length - 1 }[event.key];
          if (next === undefined) return;
          event.preventDefault();
          dots[Math.max(0, Math.min(next, dots.length - 1))].focus();
        });
      }
      now.tabIndex = 0;
      line.textContent = 'Point at a commit, tap it, or use the arrow keys, to read what it is.';
      const frame = line.previousElementSibling;
      frame.scrollLeft = frame.scrollWidth;
    })();

    """##
}
