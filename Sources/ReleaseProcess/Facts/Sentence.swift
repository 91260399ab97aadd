/// The verb that goes with a number: `1 ticket is`, `2 tickets are`.
func isOrAre(_ number: Int) -> String { number == 1 ? "is" : "are" }
