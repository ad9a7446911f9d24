import Clinical

/// Three fields for day, month and year, named `NAME.day` and so on; the first has the id `NAME`.
struct DateFields {
  let name: String
  let fields: FieldValues
  /// The purpose by which a browser fills them in, such as `bday` (WCAG 2.2, 1.3.5).
  let purpose: String?
  let isWrong: Bool
  let words: any PageWords

  var html: HTML {
    let date = fields.first(name).flatMap(CalendarDate.init(iso:))
    let typed = date.map { [$0.day, $0.month, $0.year].map(String.init) }
    let labels = [("day", words.dayOfDate), ("month", words.monthOfDate), ("year", words.yearOfDate)]
    let parts = labels.enumerated().map { place, part -> HTML in
      let (key, label) = part
      let field = "\(name).\(key)"
      let id = place == 0 ? name : field
      return """
        <div><label for="\(id)">\(label)</label><input id="\(id)" name="\(field)" \
        value="\(fields.first(field) ?? typed?[place] ?? "")"\(" inputmode=\"numeric\"", if: key != "month")\
        \(purpose.map { " autocomplete=\"\($0)-\(key)\"" as HTML })\(" aria-invalid=\"true\"", if: isWrong)></div>
        """
    }
    return "\(parts)"
  }
}
