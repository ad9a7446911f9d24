import Foundation

/// Counters of one server, readable from any thread.
package final class Metrics: @unchecked Sendable {
  private struct Answers: Hashable {
    let route: String
    let status: Int
  }

  /// Upper bounds of the histogram in seconds.
  private static let bounds = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10]

  private let lock = NSLock()
  private var answers: [Answers: Int] = [:]
  private var durations = Array(repeating: 0, count: bounds.count + 1)
  private var totalSeconds = 0.0
  private var opened = 0
  private var closed = 0
  private var rejected = 0
  private var handlersInFlight = 0

  func connectionOpened() { lock.withLock { opened += 1 } }
  func connectionClosed() { lock.withLock { closed += 1 } }
  func connectionRejected() { lock.withLock { rejected += 1 } }
  func set(handlersInFlight count: Int) { lock.withLock { handlersInFlight = count } }

  func answered(route: String?, status: Int, in duration: Duration) {
    let seconds = duration / .seconds(1)
    let slot = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    lock.withLock {
      answers[Answers(route: route ?? "none", status: status), default: 0] += 1
      durations[slot] += 1
      totalSeconds += seconds
    }
  }

  /// The Prometheus text format, version 0.0.4.
  package var prometheusText: String {
    lock.withLock {
      var lines: [String] = []
      lines.append("# TYPE http_requests_total counter")
      for (key, count) in answers.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }) {
        lines.append("http_requests_total{route=\"\(key.route)\",status=\"\(key.status)\"} \(count)")
      }
      lines.append("# TYPE http_request_duration_seconds histogram")
      var below = 0
      for (bound, count) in zip(Self.bounds.map { "\($0)" } + ["+Inf"], durations) {
        below += count
        lines.append("http_request_duration_seconds_bucket{le=\"\(bound)\"} \(below)")
      }
      lines.append("http_request_duration_seconds_sum \(totalSeconds)")
      lines.append("http_request_duration_seconds_count \(below)")
      lines.append("# TYPE http_connections gauge\nhttp_connections \(opened - closed)")
      lines.append("# TYPE http_connections_opened_total counter\nhttp_connections_opened_total \(opened)")
      lines.append(
        "# TYPE http_connections_rejected_total counter\nhttp_connections_rejected_total \(rejected)")
      lines.append("# TYPE http_handlers_in_flight gauge\nhttp_handlers_in_flight \(handlersInFlight)")
      return lines.joined(separator: "\n") + "\n"
    }
  }
}
