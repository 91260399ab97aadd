// Written by scripts/embed-page from Sources/Reports/HTML/Page.
// swift-format-ignore-file

/// `Page/page.css`, so that the program is all that has to be installed.
enum PageStyle {
  static let hash = "sha256-QbOMHr84dpIEyPUr/lILKwXs/cChqNe0OKWOLsat/S8="

  static let source: HTML = ##"""
    :root {
      color-scheme: light dark;
      --paper: #fff; --ink: #1b1f24; --faint: #57606a; --line: #d0d7de; --shade: #f6f8fa;
      --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #0550ae;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #0d1117; --ink: #e6edf3; --faint: #9ea7b3; --line: #30363d; --shade: #161b22;
        --good: #56d364; --bad: #ff8a80; --warn: #e3b341; --link: #79b8ff;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: .5rem; }
    body { margin: 0 auto; max-width: 80rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
    .running { display: none; }
    h1 { font-size: 1.375rem; line-height: 1.3; margin: .25rem 0 .5rem; }
    h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
    h3 { font-size: 1rem; margin: .5rem 0; }
    a { color: var(--link); }
    code, .id { font: .875em/1.4 ui-monospace, monospace; }
    ul { margin: .25rem 0; padding-left: 1.25rem; }
    li { margin: .25rem 0; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    :target > summary { background: var(--shade); }
    header { border: 1px solid var(--line); border-left: .5rem solid var(--faint); border-radius: .375rem; padding: 1rem; background: var(--shade); }
    header.pass { border-left-color: var(--good); }
    header.fail { border-left-color: var(--bad); }
    header.incomplete { border-left-color: var(--warn); }
    .badge { font-weight: 700; font-size: 1.25rem; margin: 0; }
    .pass .badge { color: var(--good); }
    .fail .badge { color: var(--bad); }
    .incomplete .badge { color: var(--warn); }
    .about { color: var(--faint); margin: .25rem 0 0; }
    .about span { display: inline-block; }
    .whole { white-space: nowrap; }
    .counts { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: 1rem 0 .5rem; }
    .counts div { display: flex; flex-direction: column-reverse; }
    .counts dt { color: var(--faint); font-size: .875em; }
    .counts dd { margin: 0; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .counts .part dd::before { content: "+ "; color: var(--faint); }
    .counts .sum + .part dd::before { content: "= "; }
    .counts .sum + .other, .counts .part + .other { margin-left: 1.5rem; }
    .counts a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: .2em; }
    .counts .bad dd a { color: var(--bad); }
    .counts .warn dd a { color: var(--warn); }
    .counts .good dd a { color: var(--good); }
    .said, .help { display: block; }
    .help { color: var(--faint); font-size: .9375em; }
    p.help, .rest { margin: .25rem 0 .25rem 1.25rem; }
    .unseen { border-left: .25rem solid var(--warn); padding-left: 1rem; }
    summary { cursor: pointer; padding: .375rem 0; }
    .finding, .group, .list { border-top: 1px solid var(--line); }
    .finding:last-of-type { border-bottom: 1px solid var(--line); }
    .severity { display: inline-block; min-width: 3.5rem; font-weight: 700; font-size: .8125em; letter-spacing: .03em; margin-right: .25rem; }
    .process .severity { min-width: 6.5rem; letter-spacing: 0; }
    .bad > summary .severity, .bad > .severity { color: var(--bad); }
    .warn > summary .severity, .warn > .severity { color: var(--warn); }
    .good > summary .severity { color: var(--good); }
    .what { font-weight: 600; }
    .group > summary .what { display: inline-block; }
    .group > summary .what::first-letter { text-transform: uppercase; }
    section:not(.list) + .list { margin-top: 2rem; }
    .list:has(+ .list) { border-bottom: 0; }
    .bad > summary .what { color: var(--bad); }
    .finding > summary .what { color: inherit; }
    .number, .faint, .place { color: var(--faint); }
    summary code { color: var(--faint); margin-left: .5rem; }
    figure { margin: 0; }
    figcaption, .commit { color: var(--faint); font-size: .875rem; }
    .commit { margin: .25rem 0; min-height: 1.5em; }
    .legend span { white-space: nowrap; margin-right: .75rem; }
    .legend svg { vertical-align: -.25em; }
    .scroll { overflow-x: auto; }
    svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
    svg path { fill: none; stroke: var(--faint); stroke-width: 2; }
    svg path.merge, svg .merge path { stroke-dasharray: 5 4; }
    svg path.stub, svg .stub path { stroke-dasharray: 2 2; }
    svg path.revert, svg .revert path { stroke: var(--bad); stroke-width: 1.5; }
    svg path.picked, svg .picked path { stroke-width: 1.5; stroke-dasharray: 2 3; }
    svg circle { fill: transparent; }
    svg a { cursor: pointer; outline: none; }
    svg a:focus-visible circle, svg a.now circle { stroke: var(--link); stroke-width: 2; }
    svg .planned path, svg .unplanned path, svg .untracked path, svg .exempt path, svg .other path, svg .gap path { stroke: var(--paper); stroke-width: 1.5; fill: var(--faint); }
    svg .planned path { fill: var(--good); }
    svg .unplanned path { fill: var(--bad); }
    svg .untracked path { fill: var(--warn); }
    svg .undone path, svg .onbase path, svg .joint path { fill: var(--paper); stroke-width: 1.5; }
    svg .back path { fill: var(--paper); stroke: var(--bad); stroke-width: 1.5; }
    svg .gap path { stroke: none; }
    .controls { display: none; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: .5rem 0 1rem; }
    .js .controls { display: flex; }
    .controls label { color: var(--faint); font-size: .875rem; }
    .controls input[type=search], .controls select { display: block; min-height: 2.25rem; max-width: 100%; padding: .25rem .5rem; font: inherit; font-size: 1rem; color: var(--ink); background: var(--paper); border: 1px solid var(--faint); border-radius: .375rem; }
    .controls .check { display: flex; align-items: center; gap: .375rem; min-height: 2.25rem; color: var(--ink); }
    .controls .check input { width: 1.125rem; height: 1.125rem; }
    button { font: inherit; color: var(--ink); background: var(--shade); border: 1px solid var(--faint); border-radius: .375rem; padding: .25rem .75rem; min-height: 2.25rem; cursor: pointer; }
    #shown { flex-basis: 100%; margin: 0; color: var(--faint); font-size: .875rem; }
    .group { padding-bottom: .25rem; }
    .group:last-of-type { border-bottom: 1px solid var(--line); }
    .t { border-top: 1px solid var(--line); margin-left: 1rem; }
    .many .t { content-visibility: auto; contain-intrinsic-size: auto 2.35rem; }
    .t[hidden], .group[hidden] { display: none; }
    .t > summary { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr) auto auto 10rem 8rem; gap: 0 .75rem; align-items: baseline; font-variant-numeric: tabular-nums; }
    .t > summary::marker { content: ""; }
    .t > summary::-webkit-details-marker { display: none; }
    .t b { color: var(--link); }
    .t b::before { content: "\25B8"; display: inline-block; width: 1.1em; color: var(--faint); font-weight: 400; }
    .t[open] b::before { content: "\25BE"; }
    .f { font-size: .9375em; grid-column: 3; }
    .f.bad, p.bad .severity { color: var(--bad); }
    .f.warn, p.warn .severity { color: var(--warn); }
    .n { grid-column: 4; min-width: 5.5rem; text-align: right; color: var(--faint); font-size: .9375em; }
    .s { grid-column: 2; }
    .w { font-size: .9375em; }
    .n + .w { grid-column: 5; }
    .n + .w + .w { grid-column: 6; }
    .t > p { margin: .25rem 0 .5rem 1.2rem; max-width: 62rem; }
    .lines { white-space: pre-line; }
    .place { font-size: .9375em; border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; white-space: nowrap; }
    .note { color: var(--warn); font-size: .9375em; }
    footer { color: var(--faint); font-size: .9375rem; }
    footer dl { margin: .5rem 0; }
    footer dl div { display: flex; gap: 1rem; margin: .125rem 0; }
    footer dt { flex: 0 0 8rem; }
    footer dd { margin: 0; min-width: 0; }
    @media (max-width: 44rem) {
      body { padding: .5rem; }
      .counts { gap: .5rem 1rem; }
      .counts .part + .other { margin-left: .5rem; }
      .t { margin-left: 0; }
      .many .t { contain-intrinsic-size: auto 4.75rem; }
      .js .controls { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; }
      .controls input[type=search], .controls select { width: 100%; }
      #shown { grid-column: 1 / -1; }
      .t > summary { display: block; padding: .5rem 0; }
      .t b { display: inline-block; margin-right: .5rem; }
      .s { display: block; margin-left: 1.2rem; }
      .n { margin-left: 1.2rem; }
      .w, .n { color: var(--faint); font-size: .875rem; }
      .w::before { content: " \B7\A0"; }
      .t > p { margin-left: 1.2rem; }
      summary code { display: none; }
      footer dt { flex-basis: 5.5rem; }
    }
    @media print {
      @page { margin: 12mm 14mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; } }
      :root { color-scheme: light; --paper: #fff; --ink: #000; --faint: #444; --line: #aaa; --shade: #fff; --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #000; }
      body { display: table; width: 100%; max-width: none; padding: 0; font-size: 9pt; line-height: 1.35; }
      .running { display: table-header-group; break-inside: avoid; font-size: 8pt; color: var(--faint); }
      .running p { margin: 0 0 4mm; border-bottom: 1px solid var(--line); }
      .page { display: table-row-group; }
      header { padding: .5rem; }
      h2 { margin: 1rem 0 .25rem; break-after: avoid; }
      summary { padding: .125rem 0; break-after: avoid; }
      li { margin: .125rem 0; break-inside: avoid; }
      a { text-decoration: none; }
      .js .controls, .commit, #branch .scroll:empty, .terms > summary { display: none; }
      details.finding::details-content, .group::details-content, .terms::details-content, .list details::details-content { content-visibility: visible; display: block; }
      .scroll { overflow: visible; }
      svg { max-width: 100%; height: auto; }
      .t, .t > summary { display: block; padding: 0; border: 0; margin: 0; break-inside: avoid; }
      .many .t { content-visibility: visible; }
      .t b::before { content: none !important; }
      .group::details-content, .finding > ul:has(> li:nth-child(6)) { column-count: 2; column-gap: 6mm; }
      .process .finding > ul { column-count: 1; }
      .group { font-size: 8.5pt; }
      .group.good { font-size: 7.5pt; line-height: 1.3; }
      .group.good > summary { font-size: 9pt; }
      summary { list-style: none; }
      .s { display: inline; margin: 0; }
      .n, .w { display: none; }
      .f { font-size: 8pt; }
      .t > p { margin: 0 0 .25rem 1rem; }
      .group[hidden] { display: none; }
    }

    """##
}
