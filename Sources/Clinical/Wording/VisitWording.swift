extension VisitNote.Part {
  /// The heading above the part, on the screen, in the editor and on paper.
  package var heading: String {
    switch self {
    case .said: "What the client said"
    case .found: "What was found"
    case .done: "What was done, and where"
    case .response: "How the client responded"
    case .next: "What comes next"
    }
  }
}
