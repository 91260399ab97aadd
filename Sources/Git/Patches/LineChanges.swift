import Commits

/// What a line of commits had changed after each of them, all in all.
struct LineChanges {
  /// What a path has after commits of the line.
  private struct Course {
    /// Before the line.
    let start: TreeItem?
    /// From a place in the line on, oldest first.
    var items: [(place: Int, item: TreeItem?)] = []

    func item(at place: Int) -> TreeItem? {
      // Between the items before `low` and those from `high` on is what is not looked at yet.
      var (low, high) = (0, items.count)
      while low < high {
        let middle = (low + high) / 2
        if items[middle].place <= place { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? start : items[low - 1].item
    }
  }

  /// How many commits the line has.
  var count: Int { changedPaths.count }
  var paths: some Sequence<String> { courses.keys }
  private var courses: [String: Course] = [:]
  /// How many paths differ from the start after each commit.
  private var changedPaths: [Int] = []

  /// Adds the changes of the next commit.
  mutating func add(_ changes: [TreeChange]) {
    var changed = changedPaths.last ?? 0
    for change in changes {
      var course = courses.removeValue(forKey: change.path) ?? Course(start: change.old)
      changed += (change.new == course.start ? 0 : 1) - (change.old == course.start ? 0 : 1)
      course.items.append((count, change.new))
      courses[change.path] = course
    }
    changedPaths.append(changed)
  }

  /// The places in the line, oldest first, after which something differs from the start, and nothing but at `paths`.
  func places(changingOnly paths: some Sequence<String>) -> [Int] {
    var steps = [Int](repeating: 0, count: count)
    for course in paths.compactMap({ courses[$0] }) {
      var differs = false
      for (place, item) in course.items where (item != course.start) != differs {
        differs.toggle()
        steps[place] += differs ? 1 : -1
      }
    }
    var here = 0
    var places: [Int] = []
    for place in 0..<count {
      here += steps[place]
      if here > 0, here == changedPaths[place] { places.append(place) }
    }
    return places
  }

  /// The numbers of the paths that differ from the start after each commit, where there are some, and not more than
  /// `most`; without order.
  ///
  /// - Complexity: Linear in what the commits change, and `most` for each commit.
  func changedPaths(atMost most: Int) -> Set<Set<UInt32>> {
    var steps = [[(path: UInt32, change: Int)]](repeating: [], count: count)
    for (path, course) in courses {
      let number = ChangeSummary.number(path)
      var differs = false
      for (place, item) in course.items where (item != course.start) != differs {
        differs.toggle()
        steps[place].append((number, differs ? 1 : -1))
      }
    }
    // Several paths may have the same number.
    var here: [UInt32: Int] = [:]
    var sets: Set<Set<UInt32>> = []
    for step in steps {
      for (path, change) in step {
        here[path, default: 0] += change
        if here[path] == 0 { here[path] = nil }
      }
      if !here.isEmpty, here.count <= most { sets.insert(Set(here.keys)) }
    }
    return sets
  }

  /// What differs at `paths` between the start and a place in the line.
  func changes(upTo place: Int, at paths: some Sequence<String>) -> [TreeChange] {
    paths.compactMap { path in
      guard let course = courses[path], case let item = course.item(at: place), item != course.start else { return nil }
      return TreeChange(path: path, old: course.start, new: item)
    }
  }
}
