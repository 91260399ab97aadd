import ReleaseScope

extension HTMLPage {
  func ticketSection(_ groups: [TicketGroupRows]) -> HTML {
    """
    <section aria-labelledby="tickets-title" id="tickets"\(markup: isLong ? " class=\"many\"" : "")>
    <h2 id="tickets-title">Planned and delivered</h2>
    <div class="controls" role="group" aria-label="Filter">
    <label>Text <input type="search" id="text" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
    <label>Show <select id="show"><option value="">all</option>\(numbers.planned, Self.choice)\(each: groups, \.choice)</select></label>
    <label>Rule <select id="rule"><option value="">all</option>\(each: rules, \.html)</select></label>
    <label>Order <select id="order"><option value="">ticket</option><option value="findings">worst first</option>\
    <option value="commits">most commits</option><option value="title">title</option>\
    <option value="status">status</option><option value="assignee">assignee</option></select></label>
    <label class="check"><input type="checkbox" id="found"> with findings only</label>
    <button type="button" id="reset">Show all</button>
    <button type="button" id="open">Open all</button>
    <p id="shown" role="status"></p>
    </div>
    \(each: groups, \.html)</section>

    """
  }
}

extension HTMLPage {
  /// Whether the browser should draw only the tickets that are in sight.
  private var isLong: Bool { groups.reduce(0) { $0 + $1.tickets.count } > 300 }

  private static func choice(_ planned: Number) -> HTML {
    "<option value=\"\(planned.target)\">planned (\(planned.number))</option>"
  }
}

extension HTMLPage.TicketGroupRows {
  fileprivate var choice: HTML { "<option value=\"\(outcome.rawValue)\">\(title) (\(tickets.count))</option>" }

  private var marks: HTML {
    let isPlanned = TicketOutcome.planned.contains(outcome)
    return "\(markup: isPlanned ? " data-planned" : "")\(markup: isOpen ? " open" : "")"
  }

  fileprivate var html: HTML {
    """
    <details class="group \(outcome.tone)" id="\(outcome.rawValue)"\(markup: marks)>
    <summary><span class="what">\(title)</span> <span class="number">\(tickets.count)</span> \
    <span class="faint">\(meaning)</span></summary>
    \(each: tickets, \.html)</details>

    """
  }
}

extension HTMLPage.Ticket {
  /// As few elements as can be: a release may have thousands.
  fileprivate var html: HTML {
    """
    <details class="t" id="\(key)"\(markup: marks)><summary><b>\(key)</b> <span class="s">\(title)</span> \
    \(found, mark)<span class="n">\(commits)</span>\(known(status), Self.word)\
    \(known(assignee), Self.word)</summary>
    \(each: findings, \.html)\(markup: commitLines)\(unlessEmpty: mentions, Self.list)</details>

    """
  }

  private var marks: HTML {
    rules.isEmpty ? "" : " data-rules=\"\(rules.joined(separator: " "))\" data-weight=\"\(weight)\""
  }

  private var commits: String { commitCount == 0 ? "no commit" : quantity(commitCount, "commit") }

  private func known(_ text: String) -> String? { text.isEmpty ? nil : text }

  private func mark(_ found: String) -> HTML { "<span class=\"f \(tone)\">\(found)</span> " }

  private static func word(_ text: String) -> HTML { " <span class=\"w\">\(text)</span>" }

  private var commitLines: HTML {
    guard tracker != nil || !evidence.isEmpty else { return Self.noEvidence }
    return """
      <p class="lines">\(tracker, linked)\(each: evidence, \.html)\(markup: evidence.isEmpty ? Self.none : "")</p>

      """
  }

  private func linked(_ tracker: String) -> HTML {
    """
    <a href="\(tracker)" rel="noreferrer noopener">\(key) in the tracker</a>

    """
  }

  private static let none: HTML = "No commit of the range implements it."

  private static let noEvidence: HTML = """
    <p>No commit of the range implements it.</p>

    """

  private static func list(_ mentions: [HTMLPage.Reference]) -> HTML {
    """
    <p class="lines faint">Only named in:
    \(each: mentions, \.line)</p>

    """
  }
}

extension HTMLPage.Ticket.Found {
  fileprivate var html: HTML {
    """
    <p class="\(tone)"><span class="severity">\(severity)</span> \(message) <code>\(rule)</code>\
    \(advice, HTMLPage.help)\(waiver, HTMLPage.help)</p>

    """
  }
}

extension HTMLPage.Ticket.Piece {
  fileprivate var html: HTML {
    """
    \(markup: isUndone ? "<s>\(markup: commit.id)</s>" : commit.id) \(commit.subject) (\(commit.author), \
    <span class="whole">\(commit.date)</span>, \(place))\(note, HTMLPage.note)

    """
  }
}

extension HTMLPage.Reference {
  /// The abbreviated id, as a link where the policy has one.
  var id: HTML {
    if let link {
      "<a class=\"id\" href=\"\(link)\" rel=\"noreferrer noopener\">\(short)</a>"
    } else {
      "<code class=\"id\">\(short)</code>"
    }
  }

  /// The id and the subject, ending with a newline.
  var line: HTML { "\(markup: id) \(subject)\n" }
}
