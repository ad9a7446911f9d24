/// A cache of bounded size. It drops a value that nobody has asked for while `size` others were made.
struct Cache<Key: Hashable, Value> {
  private let size: Int
  private var recent: [Key: Value] = [:]
  private var older: [Key: Value] = [:]

  init(size: Int) {
    self.size = size
  }

  mutating func value(for key: Key, make: () -> Value) -> Value {
    if let value = recent[key] { return value }
    let value = older.removeValue(forKey: key) ?? make()
    if recent.count == size {
      older = recent
      recent = [:]
    }
    recent[key] = value
    return value
  }
}
