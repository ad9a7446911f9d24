import Foundation

/// A file the person named. Written beside its place and moved there, so that a full disk never leaves half a plan.
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
