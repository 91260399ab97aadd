extension TicketGroup {
  var ink: Ink {
    switch self {
    case .planned, .delivered, .undone: .error
    case .both: .good
    case .onBase, .mentioned: .faint
    }
  }
}
