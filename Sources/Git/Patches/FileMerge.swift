import CLibgit2
import Commits

/// Merges the contents of a file as git does, in memory.
enum FileMerge {
  /// Whether `result` is what merging gives, or comes of a conflict. What cannot be told by lines, as binary files, is
  /// in conflict. Lines can be compared in several ways, of which nobody knows which one was used: each will do.
  static func canGive(
    _ result: ObjectID?, _ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]
  ) throws(GitError) -> Bool {
    guard [base, ours, theirs].allSatisfy(LineCounts.areLines) else { return true }
    for flags in [GIT_MERGE_FILE_DEFAULT, GIT_MERGE_FILE_DIFF_PATIENCE, GIT_MERGE_FILE_DIFF_MINIMAL] {
      guard let merged = try merge(base, ours, theirs, flags) else { return true }
      if let result, ObjectID(ofFile: merged) == result { return true }
    }
    return false
  }

  /// - Returns: `nil` for a conflict.
  private static func merge(
    _ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8], _ flags: git_merge_file_flag_t
  ) throws(GitError) -> [UInt8]? {
    var options = unsafe git_merge_file_options()
    try GitError.check(
      unsafe git_merge_file_options_init(&options, UInt32(GIT_MERGE_FILE_OPTIONS_VERSION)), "merge a file")
    unsafe options.flags = flags.rawValue
    var result = unsafe git_merge_file_result()
    defer { unsafe git_merge_file_result_free(&result) }
    let status = unsafe withInput(base) { base in
      unsafe withInput(ours) { ours in
        unsafe withInput(theirs) { theirs in
          unsafe git_merge_file(&result, base, ours, theirs, &options)
        }
      }
    }
    try GitError.check(status, "merge a file")
    guard unsafe result.automergeable != 0 else { return nil }
    return unsafe Array(UnsafeRawBufferPointer(start: result.ptr, count: result.len))
  }

  private static func withInput(
    _ contents: [UInt8], _ body: (UnsafePointer<git_merge_file_input>) -> Int32
  ) -> Int32 {
    unsafe contents.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
        var input = unsafe git_merge_file_input()
        unsafe git_merge_file_input_init(&input, UInt32(GIT_MERGE_FILE_INPUT_VERSION))
        unsafe input.ptr = bytes.baseAddress
        unsafe input.size = bytes.count
        return unsafe body(&input)
      }
    }
  }
}
