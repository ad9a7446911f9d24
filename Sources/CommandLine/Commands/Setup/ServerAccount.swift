import Foundation

/// The account of this computer that PostgreSQL takes for its superuser.
///
/// Root is none by itself: it becomes `postgres`, as Debian calls that account, for what only the superuser may do, and
/// sets up the rest of the machine as root. With `PGUSER` somebody else has decided who connects.
struct ServerAccount: Sendable {
  let name: String
  /// Whether root acts as this account.
  let isTakenByRoot: Bool

  static func current(_ environment: [String: String]) -> ServerAccount {
    geteuid() == 0 && environment["PGUSER"] == nil
      ? ServerAccount(name: "postgres", isTakenByRoot: true)
      : ServerAccount(name: NSUserName(), isTakenByRoot: false)
  }

  /// The account as `Cluster.connect` takes it.
  var id: uid_t? { isTakenByRoot ? getpwnam(name)?.pointee.pw_uid : nil }

  /// A command that runs as this account, in a folder that it may enter.
  func command(_ words: [String]) -> ShellCommand {
    ShellCommand(words: (isTakenByRoot ? ["runuser", "--user", name, "--", "env", "--chdir=/"] : []) + words)
  }
}
