/// How lines became others: the blocks that differ, in order, with at least one equal line between two.
struct LineDiff {
  struct Block: Equatable {
    let old: Range<Int>
    let new: Range<Int>
  }

  let blocks: [Block]

  /// - Complexity: The product of the lengths between the first and the last difference.
  init(_ old: [String], _ new: [String]) {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    let (height, width) = (oldEnd - start, newEnd - start)
    // The longest common subsequence of what is left from each place on.
    var longest = [Int](repeating: 0, count: (height + 1) * (width + 1))
    if height > 0, width > 0 {
      for row in (0..<height).reversed() {
        for column in (0..<width).reversed() {
          let here = row * (width + 1) + column
          longest[here] =
            old[start + row] == new[start + column]
            ? longest[here + width + 2] + 1 : max(longest[here + width + 1], longest[here + 1])
        }
      }
    }
    var blocks: [Block] = []
    var (row, column) = (0, 0)
    while row < height || column < width {
      let (firstRow, firstColumn) = (row, column)
      while row < height || column < width {
        if row < height, column < width, old[start + row] == new[start + column] { break }
        let here = row * (width + 1) + column
        if column == width || (row < height && longest[here + width + 1] >= longest[here + 1]) {
          row += 1
        } else {
          column += 1
        }
      }
      if row > firstRow || column > firstColumn {
        blocks.append(Block(old: start + firstRow..<start + row, new: start + firstColumn..<start + column))
      }
      while row < height, column < width, old[start + row] == new[start + column] {
        row += 1
        column += 1
      }
    }
    self.blocks = blocks
  }
}
