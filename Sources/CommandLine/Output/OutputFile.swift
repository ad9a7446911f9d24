import Foundation

/// A file that the person named. It is written beside its place and moved there, so that a full disk leaves no half plan.
struct OutputFile {
  let path: String

  func write(_ bytes: [UInt8]) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandError(
        .failed, "\(path) could not be written.", why: (error as NSError).localizedFailureReason,
        next: "Choose another place with -o FILE; nothing was lost.")
    }
  }
}
