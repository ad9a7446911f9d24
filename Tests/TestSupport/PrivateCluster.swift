import Foundation

/// An empty PostgreSQL server that one test may stop, kill and start; `remove` deletes it.
package struct PrivateCluster: Sendable {
  package let folder: URL

  /// Connects as the superuser to the database `postgres`.
  package var conninfo: String { "host=\(folder.path)/run user=postgres dbname=postgres" }

  package static func start() async throws -> PrivateCluster {
    let folder = URL(filePath: "/tmp/plumbline-cluster.\(UUID().uuidString.prefix(8))")
    let cluster = PrivateCluster(folder: folder)
    try await cluster.shell(
      """
      mkdir -p "$dir"
      [ "$(id -u)" != 0 ] || chown "$cluster_user" "$dir"
      cluster_init "$dir"
      cluster_start "$dir"
      """)
    return cluster
  }

  package func start() async throws { try await shell("cluster_start \"$dir\"") }
  package func stop() async throws { try await shell("cluster_stop \"$dir\" fast") }
  /// Kills the server and all its children at once, as a loss of power would.
  package func kill() async throws { try await shell("cluster_kill \"$dir\"") }
  package func remove() async throws { try await shell("cluster_stop \"$dir\" immediate; rm -rf \"$dir\"") }

  /// Foundation waits for a program until the socket that it handed to it is closed everywhere, so a server that stays
  /// must not keep it open.
  private static let closeInherited =
    "for fd in /proc/self/fd/*; do fd=${fd##*/}; [ $fd -le 2 ] || eval \"exec $fd>&-\"; done"

  private func shell(_ commands: String) async throws {
    let library = URL(filePath: #filePath).appending(path: "../../../deploy/cluster/cluster.sh").standardized.path
    let run = try await ProgramRun.of(
      URL(filePath: "/bin/bash"),
      [
        "-euc", [Self.closeInherited, "cd /", "dir=$1", "source $2", commands].joined(separator: "\n"), "bash",
        folder.path, library,
      ])
    if run.status != 0 { throw ClusterFailure(commands: commands, output: run.errorText) }
  }
}

package struct ClusterFailure: Error {
  package let commands: String
  package let output: String
}
