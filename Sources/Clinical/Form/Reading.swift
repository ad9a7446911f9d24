/// What a text was read as.
enum Reading<Value: Sendable>: Sendable {
  case value(Value)
  /// It means different things to different people, so they are asked. Each meaning is written so that it is clear.
  case unclear([String])
  case unreadable

  func map<Other>(_ transform: (Value) -> Other) -> Reading<Other> {
    switch self {
    case .value(let value): .value(transform(value))
    case .unclear(let meanings): .unclear(meanings)
    case .unreadable: .unreadable
    }
  }
}
