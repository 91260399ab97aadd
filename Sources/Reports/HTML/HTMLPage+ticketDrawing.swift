extension HTMLPage {
  func ticketSection(_ tickets: [Ticket]) -> HTML {
    """
    <section aria-labelledby="tickets-title">
    <h2 id="tickets-title">Planned and delivered</h2>
    <div class="controls" role="group" aria-label="Filter">
    <label>Text <input type="search" id="text" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
    <label>State <select id="state"><option value="">all</option>\(each: states, \.html)</select></label>
    <label>Rule <select id="rule"><option value="">all</option>\(each: rules, \.html)</select></label>
    <label class="check"><input type="checkbox" id="found"> with findings only</label>
    <button type="button" id="reset">Show all</button>
    <button type="button" id="open">Open all</button>
    <p id="shown" role="status"></p>
    </div>
    <div class="scroll" tabindex="0" role="group" aria-label="Table of the tickets; it scrolls sideways">
    <table id="tickets">
    <thead><tr>
    <th scope="col" data-sort="key" aria-sort="ascending"><span>Ticket</span></th>
    <th scope="col" data-sort="text"><span>Summary</span></th>
    <th scope="col" data-sort="text"><span>Planned</span></th>
    <th scope="col" data-sort="text"><span>Delivered</span></th>
    <th scope="col" data-sort="number"><span>Commits</span></th>
    <th scope="col" data-sort="number"><span>Findings</span></th>
    <th scope="col" data-sort="text"><span>Status</span></th>
    <th scope="col" data-sort="text"><span>Assignee</span></th>
    </tr></thead>
    \(each: tickets, \.html)</table>
    </div>
    </section>

    """
  }
}

extension HTMLPage.Ticket {
  fileprivate var html: HTML {
    """
    <tbody id="\(key)" class="\(tone)" data-state="\(state)" data-rules="\(rules)">
    <tr><th scope="row" class="key">\(key)</th><td>\(summary)</td><td class="plan">\(planned)</td>\
    <td class="state" data-value="\(state)"><span aria-hidden="true">\(sign)</span> \(delivered)</td>\
    <td class="n">\(commitCount)</td><td class="n" data-value="\(weight)">\(findingCount)</td>\
    <td>\(status)</td><td>\(assignee)</td></tr>
    <tr class="detail"><td colspan="8">
    \(tracker, linked)
    \(unlessEmpty: findings, Self.list)\(markup: evidence.isEmpty ? Self.noEvidence : Self.list(evidence))\
    \(unlessEmpty: mentions, Self.list)</td></tr>
    </tbody>

    """
  }

  private func linked(_ tracker: String) -> HTML {
    "<p><a href=\"\(tracker)\" rel=\"noreferrer noopener\">\(key) in the tracker</a></p>"
  }

  private static func list(_ findings: [Found]) -> HTML {
    """
    <ul class="found">
    \(each: findings, \.html)</ul>

    """
  }

  private static let noEvidence: HTML = """
    <p>No commit of the range implements it.</p>

    """

  private static func list(_ evidence: [Piece]) -> HTML {
    """
    <ul class="evidence">
    \(each: evidence, \.html)</ul>

    """
  }

  private static func list(_ mentions: [HTMLPage.Reference]) -> HTML {
    """
    <p class="faint">Only named in:</p>
    <ul class="evidence">
    \(each: mentions, item)</ul>

    """
  }

  private static func item(_ mention: HTMLPage.Reference) -> HTML {
    """
    <li>\(markup: mention.html)</li>

    """
  }
}

extension HTMLPage.Ticket.Found {
  fileprivate var html: HTML {
    """
    <li class="\(tone)"><span class="severity">\(severity)</span> \(message) <code>\(rule)</code>\
    \(advice, HTMLPage.help)\(waiver, HTMLPage.help)</li>

    """
  }
}

extension HTMLPage.Ticket.Piece {
  fileprivate var html: HTML {
    """
    <li class="\(tone)">\(markup: commit.html) <span class="faint">\(commit.author), \(commit.date)</span> \
    <span class="place">\(place)</span>\(note, HTMLPage.note)</li>

    """
  }
}
