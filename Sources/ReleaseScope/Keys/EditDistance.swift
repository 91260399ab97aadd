package func editDistance(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>, limit: Int) -> Int? {
  let x = Array(a), y = Array(b)
  guard abs(x.count - y.count) <= limit else { return nil }
  var d = Array(repeating: Array(repeating: 0, count: y.count + 1), count: x.count + 1)
  for i in 0...x.count { d[i][0] = i }
  for j in 0...y.count { d[0][j] = j }
  for i in x.indices {
    for j in y.indices {
      var best = min(d[i][j + 1] + 1, d[i + 1][j] + 1, d[i][j] + (x[i] == y[j] ? 0 : 1))
      if i > 0, j > 0, x[i] == y[j - 1], x[i - 1] == y[j] { best = min(best, d[i - 1][j - 1] + 1) }
      d[i + 1][j + 1] = best
    }
  }
  return d[x.count][y.count] <= limit ? d[x.count][y.count] : nil
}
