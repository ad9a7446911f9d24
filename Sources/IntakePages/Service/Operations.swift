import Foundation
import HTTPServer
import Records

/// The endpoints for monitoring, on a listener of their own that only this machine can reach. The responses contain no
/// data of clients and no version.
struct Operations: Sendable {
  let door: Door
  let metrics: Metrics
  /// The schema version of the installed data files. An older schema of the database may lack functions that the pages
  /// call.
  let schemaVersion: Int
  /// A path on the database's disk.
  let disk: String

  /// The free space below which PostgreSQL may soon have to stop.
  private static let leastFreeBytes: UInt64 = 256 << 20

  var router: Router {
    var router = Router()
    router.get("/healthz") { _, _ in Self.text(200, "ok") }
    router.get("/readyz") { _, _ in
      if let lack = await lack() { Self.text(503, "not ready: \(lack)") } else { Self.text(200, "ready") }
    }
    router.get("/metrics") { _, _ in
      Response(
        status: 200, headers: [("Content-Type", "text/plain; version=0.0.4; charset=utf-8")],
        body: Array(metrics.prometheusText.utf8))
    }
    return router
  }

  static func text(_ status: Int, _ text: String) -> Response {
    Response(status: status, body: Array("\(text)\n".utf8))
  }

  /// What keeps the service from accepting an intake; nil when it is ready.
  private func lack() async -> String? {
    guard let version = try? await door.schemaVersion() else { return "database" }
    guard version >= schemaVersion else { return "schema" }
    var space = statvfs()
    guard statvfs(disk, &space) == 0, UInt64(space.f_bavail) * UInt64(space.f_frsize) >= Self.leastFreeBytes else {
      return "disk"
    }
    return nil
  }
}
