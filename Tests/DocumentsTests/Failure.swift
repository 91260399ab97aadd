import ReleaseScope

/// The message of the error that `work` throws; `nil` if it throws none.
func failure(of work: () throws -> some Any) -> String? {
  do {
    _ = try work()
    return nil
  } catch {
    return (error as? any ExplainedError)?.problem.message ?? "\(error)"
  }
}

extension String {
  var bytes: [UInt8] { Array(utf8) }
}
