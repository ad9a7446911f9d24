import Records

/// What the therapist asks of a client to whom a form was sent back, in the therapist's words.
struct ReturnedNote {
  /// Nil when nothing was sent back.
  let returned: EarlierForm.Returned?
  let therapist: String
  let words: any PageWords
  /// Leads to the question; nil where the page shows no other.
  var link: HTML?

  var html: HTML {
    guard let returned else { return .empty }
    return """
      <div class="note"><p><b>\(words.asksAgain(therapist: therapist))</b></p>\
      <p class="said" dir="auto">\(returned.message)</p>\(link)</div>

      """
  }
}
