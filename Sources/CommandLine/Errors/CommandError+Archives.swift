import Interchange
import Records

extension CommandError {
  init(_ fault: ArchiveFault, _ path: String) {
    self.init(
      .failed, "\(path) could not be written.", why: "\(fault.reason).",
      next: "Choose another place; nothing was lost.")
  }

  init(_ refusal: ArchiveRefusal) {
    switch refusal {
    case .changedMeanwhile(let path):
      self.init(
        .tryAgain, "somebody has changed a record while it was read (\(path)), so nothing was made.",
        why: "An archive has everything as it was at one moment.", next: "Try again when nobody is working.")
    }
  }

  /// Why an archive was not taken over.
  init(_ fault: UnreadableArchive, _ path: String) {
    let nothing = "Nothing was taken over."
    switch fault {
    case .foreign:
      self.init(
        .failed, "\(path) is no archive that plumbline export makes.", why: nothing,
        next: "Check that it is the right file.")
    case .newer(let version):
      self.init(
        .failed, "\(path) is of a later format (\(version)) than this program reads.", why: nothing,
        next: "Install the release of Plumbline that made it, or a later one.")
    case .brokenOff:
      self.init(
        .failed, "\(path) breaks off before its end.", why: nothing, next: "Copy the file again, or export it again.")
    case .damaged(let file):
      self.init(
        .failed, "\(path) is damaged: \(file) is not what its manifest says.", why: nothing,
        next: "Copy the file again, or export it again.")
    case .unexpected(let file):
      self.init(
        .failed, "\(path) holds something that is not its own: \(file).", why: nothing,
        next: "Export it again.")
    case .copyOfClient:
      self.init(.failed, "\(path) is a copy for one client.", why: nothing, next: "plumbline import client \(path)")
    case .wholePractice:
      self.init(
        .failed, "\(path) is the archive of a whole practice.", why: nothing, next: "plumbline import practice \(path)")
    case .tooLarge:
      self.init(.failed, "\(path) is larger than a copy is.", why: nothing, next: "Check that it is the right file.")
    }
  }

  init(_ refusal: ArrivalRefusal, _ path: String) {
    switch refusal {
    case .otherPractice(let name):
      self.init(
        .changed, "\(path) is the archive of another practice: \(name).", why: "Nothing was taken over.",
        next: "Check that it is the right file, and whose login you use: plumbline whoami")
    case .unfit(let file, let refusal):
      let reason = CommandError(refusal as any Error)
      self.init(
        reason.status, "\(path) was not taken over: \(file) does not fit.", why: reason.reasons,
        next: ["Export it again with the release that made it."])
    }
  }
}
