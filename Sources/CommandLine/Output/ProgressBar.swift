/// The progress of a long command: on a terminal a bar after half a second, elsewhere a line for every tenth.
struct ProgressBar {
  private let total: Int
  private let console: Console
  private let started = ContinuousClock.now
  private var done = 0

  init(of total: Int, on console: Console) {
    self.total = total
    self.console = console
  }

  mutating func advance() {
    let tenths = done * 10 / total
    done += 1
    guard !console.quiet else { return }
    if console.notes.isTerminal {
      if started.duration(to: .now) > .milliseconds(500) { draw() }
    } else if done * 10 / total > tenths, total >= 10 {
      console.note("\(done) of \(total)")
    }
  }

  private func draw() {
    let count = " \(done) of \(total)"
    let width = max(1, min(40, console.notes.width - count.utf8.count - 1))
    let filled = done * width / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    console.notes.tell("\r\(bar)\(count)\(done == total ? "\n" : "")".utf8)
  }
}
