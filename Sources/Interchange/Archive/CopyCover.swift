import Clinical

/// The sheet on top of a client's copy: what it is, what is in it, and what they may do. In the client's words.
struct CopyCover {
  static let path = "cover.txt"

  let practice: String
  /// The practice's address, phone and e-mail, as far as it has told them.
  let reachedAt: [String]
  let client: String
  let day: CalendarDate
  /// The paths of what is added for people to read.
  let pages: [String]

  var text: String {
    let listed = pages.map { "  \($0)" }.joined(separator: "\n")
    return """
      A copy of your records

      For:   \(client)
      From:  \(([practice] + reachedAt).joined(separator: "\n       "))
      Made:  \(day.iso)

      This is everything that we keep about you. You asked for it, and it is yours.

      To read:
      \(listed.isEmpty ? "  nothing yet" : listed)

      For programs: the files that end in .jsonl. README.txt says what is in them, and manifest.json how many there are.
      Another practice can take them over.

      If something is wrong, tell us and we will correct it. You can also tell us to stop using what you told us.
      Nobody else has got this copy from us. Keep it where only you can read it.
      """ + "\n"
  }
}
