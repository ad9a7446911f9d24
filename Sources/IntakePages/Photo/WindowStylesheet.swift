/// The stylesheet that puts one place of an enlarged picture into the middle of its window: `/style/window/X-Y.css`, in CSS
/// pixels. It has an address of its own because the content security policy forbids inline styles.
struct WindowStylesheet: Sendable {
  private static let most = 4 * 16_384

  let x: Int
  let y: Int

  init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The stylesheet with this file name; nil when there is none.
  init?(name: String) {
    guard name.hasSuffix(".css") else { return nil }
    let parts = name.dropLast(4).split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let x = parts[0], let y = parts[1], (0...Self.most).contains(x), (0...Self.most).contains(y)
    else { return nil }
    self.init(x: x, y: y)
    guard address.hasSuffix("/\(name)") else { return nil }
  }

  var address: String { "/style/window/\(x)-\(y).css" }
  var text: String { ".window>*{left:calc(50% - \(x)px);top:calc(50% - \(y)px)}" }
}
