/// Gathers the facts of one message.
struct MessageGathering: ~Copyable {
  let tools: MessageTools
  let parts: MessageParts
  let isMerge: Bool
  var facts = MessageFacts()

  init(_ tools: MessageTools, _ text: MessageText, isMerge: Bool) {
    self.tools = tools
    parts = MessageParts(text)
    self.isMerge = isMerge
    facts.subjectBytes = text.subject
    facts.title = parts.title.map { Array(text.bytes[$0]) }
    facts.hasList = parts.hasList
  }

  var text: MessageText { parts.text }

  mutating func readKeys() {
    let keys = KeyRules(of: parts, tools, isMerge: isMerge)
    if !keys.rules.isEmpty { addUses(keys) }
    if !keys.message.others.isEmpty { addOthers(keys.message) }
    facts.nearMisses = tools.nearMisses.find(in: parts, keys.message, besides: facts.implements)
  }

  private mutating func addUses(_ keys: KeyRules) {
    var used = KeyLookup()
    for strength in [KeyRule.Strength.strong, .weak, .weakest] where facts.implements.isEmpty {
      for (key, rule) in keys.rules
      where rule.strength == strength && tools.counts(rule.place)
        && !used.contains(key.key, in: facts.implements, \.key)
      {
        facts.implements.append(.init(key: key.key, place: rule.place))
        used.add(key.key)
      }
    }
    var mentioned = KeyLookup()
    for (key, rule) in keys.rules
    where rule.strength != .none && !used.contains(key.key, in: facts.implements, \.key)
      && !mentioned.contains(key.key, in: facts.mentions, \.self)
    {
      facts.mentions.append(key.key)
      mentioned.add(key.key)
    }
  }

  private mutating func addOthers(_ message: MessageKeys) {
    var seen = KeyLookup()
    for other in message.others where !seen.contains(other.key, in: facts.others, \.self) {
      if let link = message.link(of: other), !message.isTicketLink(other, link) { continue }
      facts.others.append(other.key)
      seen.add(other.key)
    }
  }

  consuming func gathered() -> MessageFacts { facts }
}
