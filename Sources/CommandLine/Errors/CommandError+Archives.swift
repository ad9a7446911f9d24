import Interchange

extension CommandError {
  init(_ fault: ArchiveFault, _ path: String) {
    self.init(
      .failed, "\(path) could not be written.", why: "\(fault.reason).",
      next: "Choose another place; nothing was lost.")
  }

  init(_ refusal: PracticeArchive.Refusal) {
    switch refusal {
    case .changedMeanwhile(let path):
      self.init(
        .tryAgain, "somebody has changed a record while it was read (\(path)), so nothing was made.",
        why: "An archive has everything as it was at one moment.", next: "Try again when nobody is working.")
    }
  }
}
